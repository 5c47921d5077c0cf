package nl.validation;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Asks the validators, in one process of their own that ends with this one. Safe for several threads; one question at a
 * time.
 */
public final class Validators {

    private static final Validators SHARED = new Validators();

    private final BufferedWriter questions;
    private final BufferedReader answers;

    private Validators() {
        try {
            var ours = Path.of(Validators.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .getPath());
            var process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:+UseSerialGC",
                            "-XX:TieredStopAtLevel=1",
                            "-Xmx900m",
                            "-Djava.awt.headless=true",
                            "-cp",
                            ours + ":" + classPath(),
                            Validator.class.getName())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            questions = new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
            answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What does not conform to PDF/A-3a and PDF/UA-1, by veraPDF; empty when all does. */
    public static List<String> violations(byte[] pdf) {
        return SHARED.ask("form", pdf, List.of(), Instant.EPOCH);
    }

    /**
     * What is not as FHIR R4 says, by HAPI's validator without a terminology server: errors only; empty when all is.
     */
    public static List<String> fhirErrors(byte[] json) {
        return SHARED.ask("fhir", json, List.of(), Instant.EPOCH);
    }

    /**
     * What EU DSS says about each signature, in the order of the file.
     *
     * @param trusted whom to believe
     * @param at validated as if it were this moment
     */
    public static List<Signature> signatures(byte[] pdf, Collection<X509Certificate> trusted, Instant at) {
        return SHARED.ask("signatures", pdf, trusted, at).stream()
                .map(line -> line.split("\t", -1))
                .map(part -> new Signature(
                        part[0],
                        part[1],
                        part[2],
                        Boolean.parseBoolean(part[3]),
                        Boolean.parseBoolean(part[4]),
                        part[5]))
                .toList();
    }

    /**
     * @param field where it is
     * @param level such as {@code PAdES-BASELINE-T}
     * @param indication such as {@code TOTAL_PASSED}
     * @param intact whether it fits the bytes that it covers
     * @param stamped whether its timestamp is intact and passed
     * @param remarks errors and warnings
     */
    public record Signature(
            String field, String level, String indication, boolean intact, boolean stamped, String remarks) {}

    private synchronized List<String> ask(
            String question, byte[] content, Collection<X509Certificate> trusted, Instant at) {
        try {
            var file = Files.createTempFile("to-judge", "");
            try {
                Files.write(file, content);
                questions.write(String.join("\t", question, file.toString(), at.toString(), encoded(trusted)));
                questions.newLine();
                questions.flush();
                var lines = new ArrayList<String>();
                for (var line = answers.readLine(); !"".equals(line); line = answers.readLine()) {
                    if (line == null) {
                        throw new IllegalStateException("the validators stopped");
                    }
                    lines.add(line);
                }
                return lines;
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String encoded(Collection<X509Certificate> certificates) {
        return certificates.stream()
                .map(certificate -> {
                    try {
                        return Base64.getEncoder().encodeToString(certificate.getEncoded());
                    } catch (CertificateEncodingException e) {
                        throw new IllegalArgumentException(e);
                    }
                })
                .collect(Collectors.joining(","));
    }

    private static String classPath() throws IOException {
        try (var file = Validators.class.getResourceAsStream("class-path")) {
            if (file == null) {
                throw new IllegalStateException("the class path of the validators was not written");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }
}
