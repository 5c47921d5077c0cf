package nl.voorelkaar.dossier.seal;

import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.EncryptionAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.DSSException;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.signature.PAdESService;
import eu.europa.esig.dss.spi.DSSUtils;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import nl.voorelkaar.dossier.paper.PrintedPaper.Fingerprint;
import nl.voorelkaar.dossier.paper.Wording;
import nl.voorelkaar.dossier.seal.SealRefused.Reason;
import nl.voorelkaar.dossier.vault.custody.KeyCustody;

/** PAdES B-T (ETSI EN 319 142-1) with EU DSS; the key stays in the custody. */
final class PadesSeal implements DocumentSeal {

    private static final Wording WORDS = Wording.beside(PadesSeal.class, "seal");

    private final KeyCustody custody;
    private final TimestampAuthority timestamps;
    private final Clock clock;
    private final String municipality;

    PadesSeal(KeyCustody custody, TimestampAuthority timestamps, Clock clock, String municipality) {
        this.custody = custody;
        this.timestamps = timestamps;
        this.clock = clock;
        this.municipality = municipality;
    }

    @Override
    public SealedPaper seal(byte[] pdf, SealRequest request) {
        var inside = inside(pdf, request.frozen());
        if (inside.seals().stream().anyMatch(seal -> seal.place().equals(request.place()))) {
            throw new SealRefused(Reason.ALREADY_SEALED);
        }
        if (!inside.open().contains(request.place())) {
            throw new SealRefused(Reason.NO_SUCH_PLACE);
        }
        var evidence = sha256(request.evidence());
        var asked = timestamps.ask();
        var sealed = new SealedPaper(signed(pdf, request, evidence, asked), asked.given(), evidence);
        // Nobody gets a seal that would not be recognised tomorrow.
        inside(sealed.pdf(), request.frozen());
        return sealed;
    }

    @Override
    public List<Sealed> inspect(byte[] pdf, Fingerprint frozen) {
        return inside(pdf, frozen).seals();
    }

    private SealsInside inside(byte[] pdf, Fingerprint frozen) {
        try {
            return SealsInside.of(pdf, frozen, custody.sealCertificates());
        } catch (SecurityException e) {
            throw new SealRefused(Reason.SEAL_UNAVAILABLE, e);
        }
    }

    private byte[] signed(byte[] pdf, SealRequest request, String evidence, TimestampAuthority.Asked asked) {
        try {
            var parameters = parameters(request, evidence);
            var document = new InMemoryDocument(pdf);
            var service = new PAdESService(new CommonCertificateVerifier(true));
            service.setTspSource(asked);
            service.setPdfObjFactory(SealsKnown.objects());
            var toSign = service.getDataToSign(document, parameters);
            var value = new SignatureValue(parameters.getSignatureAlgorithm(), custody.seal(toSign.getBytes()));
            return DSSUtils.toByteArray(service.signDocument(document, parameters, value));
        } catch (TimestampAuthority.Unavailable e) {
            throw new SealRefused(Reason.TIMESTAMP_UNAVAILABLE, e);
        } catch (SecurityException | DSSException e) {
            throw new SealRefused(Reason.SEAL_UNAVAILABLE, e);
        }
    }

    private PAdESSignatureParameters parameters(SealRequest request, String evidence) {
        var chain = custody.sealChain().stream().map(CertificateToken::new).toList();
        var parameters = new PAdESSignatureParameters();
        parameters.setSignatureLevel(SignatureLevel.PAdES_BASELINE_T);
        parameters.setDigestAlgorithm(DigestAlgorithm.SHA256);
        parameters.setSigningCertificate(chain.getFirst());
        parameters.setCertificateChain(chain);
        parameters.setEncryptionAlgorithm(
                EncryptionAlgorithm.forKey(chain.getFirst().getPublicKey()));
        parameters.bLevel().setSigningDate(Date.from(clock.instant()));
        parameters.bLevel().setClaimedSignerRoles(List.of(request.role()));
        parameters.getImageParameters().getFieldParameters().setFieldId(request.place());
        parameters.setSignerName(request.signer());
        parameters.setLocation(municipality);
        parameters.setReason(WORDS.line(
                request.language(),
                "reason",
                Map.of("verklaring", request.declaration(), "rol", request.role(), "bewijs", evidence)));
        parameters.setAppName("Voor Elkaar");
        return parameters;
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
