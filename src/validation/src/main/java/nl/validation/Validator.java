package nl.validation;

import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.model.FileDocument;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.spi.DSSUtils;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/** The other process: a question a line on standard input, an answer of lines and an empty one on standard output. */
final class Validator {

    private Validator() {}

    public static void main(String[] arguments) throws IOException {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        // Libraries that print must not answer in our place.
        System.setOut(System.err);
        VeraGreenfieldFoundryProvider.initialise();
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            var part = line.split("\t", -1);
            answer(part).forEach(out::println);
            out.println();
        }
    }

    private static List<String> answer(String[] part) {
        try {
            var file = new File(part[1]);
            return switch (part[0]) {
                case "form" -> form(file);
                case "fhir" -> Fhir.errors(file);
                case "signatures" -> signatures(file, Instant.parse(part[2]), part[3]);
                default -> List.of("no such question");
            };
        } catch (Exception e) {
            return List.of("cannot be read: " + e.toString().replaceAll("\\s+", " "));
        }
    }

    private static List<String> form(File file) throws Exception {
        var violations = new ArrayList<String>();
        for (var flavour : List.of(PDFAFlavour.PDFA_3_A, PDFAFlavour.PDFUA_1)) {
            try (var parser = Foundries.defaultInstance().createParser(file, flavour);
                    var validator = Foundries.defaultInstance().createValidator(flavour, false)) {
                var result = validator.validate(parser);
                result.getTestAssertions().stream()
                        .filter(assertion -> assertion.getStatus() == TestAssertion.Status.FAILED)
                        .map(assertion -> flavour + " " + assertion.getRuleId().getClause() + "-"
                                + assertion.getRuleId().getTestNumber() + ": " + flat(assertion.getMessage()) + " at "
                                + flat(String.valueOf(assertion.getLocation().getContext())))
                        .forEach(violations::add);
                if (!result.isCompliant() && violations.isEmpty()) {
                    violations.add(flavour + " does not conform");
                }
            }
        }
        return violations;
    }

    private static List<String> signatures(File file, Instant at, String trusted) {
        var anchors = new CommonTrustedCertificateSource();
        Stream.of(trusted.split(","))
                .filter(encoded -> !encoded.isEmpty())
                .map(encoded -> DSSUtils.loadCertificate(Base64.getDecoder().decode(encoded)))
                .forEach((CertificateToken anchor) -> anchors.addCertificate(anchor));
        var verifier = new CommonCertificateVerifier(true);
        verifier.setTrustedCertSources(anchors);
        var validator = SignedDocumentValidator.fromDocument(new FileDocument(file));
        validator.setCertificateVerifier(verifier);
        validator.setValidationTime(Date.from(at));
        var reports = validator.validateDocument();
        var simple = reports.getSimpleReport();
        var facts = reports.getDiagnosticData();
        return simple.getSignatureIdList().stream()
                .map(id -> {
                    var signature = facts.getSignatureById(id);
                    var stamps = signature.getTimestampList();
                    var stamped = !stamps.isEmpty()
                            && stamps.stream()
                                    .allMatch(stamp -> stamp.isMessageImprintDataIntact()
                                            && stamp.isSignatureIntact()
                                            && simple.getIndication(stamp.getId()) == Indication.PASSED);
                    var remarks = Stream.of(
                                    simple.getAdESValidationErrors(id).stream(),
                                    simple.getAdESValidationWarnings(id).stream(),
                                    stamps.stream()
                                            .flatMap(stamp -> simple.getAdESValidationErrors(stamp.getId()).stream()))
                            .flatMap(messages -> messages)
                            .map(message -> flat(message.getValue()));
                    var changes = signature.getPDFRevision().getPdfUndefinedChanges().stream()
                            .map(change -> "changed since: " + change.getAction() + " " + flat(change.getValue()) + " "
                                    + change.getType());
                    return String.join(
                            "\t",
                            String.join(",", signature.getSignatureFieldNames()),
                            simple.getSignatureFormat(id).toString(),
                            simple.getIndication(id) + " " + simple.getSubIndication(id),
                            String.valueOf(signature.isSignatureIntact() && signature.isSignatureValid()),
                            String.valueOf(stamped),
                            Stream.concat(remarks, changes).collect(Collectors.joining("; ")));
                })
                .toList();
    }

    static String flat(String text) {
        return text.replaceAll("\\s+", " ");
    }
}
