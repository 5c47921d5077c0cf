package nl.devservices.timestamp;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import nl.devservices.identity.OwnerOnly;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;

/**
 * Gives timestamps by a clock that anybody may move: proof of nothing outside this machine. Makes its own authority and
 * certificate at the first start and keeps them. Safe for several threads.
 */
public final class LocalTimestamps {

    private static final ASN1ObjectIdentifier POLICY = new ASN1ObjectIdentifier("1.3.6.1.4.1.99999.1");
    private static final Date FROM = Date.from(Instant.parse("1999-01-01T00:00:00Z"));
    private static final Date UNTIL = Date.from(Instant.parse("2101-01-01T00:00:00Z"));
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Clock clock;
    private final PrivateKey key;
    private final X509Certificate certificate;
    private final X509Certificate authority;

    private LocalTimestamps(Clock clock, PrivateKey key, X509Certificate certificate, X509Certificate authority) {
        this.clock = clock;
        this.key = key;
        this.certificate = certificate;
        this.authority = authority;
    }

    /** @param folder where its key and certificates are, or will be */
    public static LocalTimestamps in(Path folder, Clock clock) {
        try {
            Files.createDirectories(folder);
            var kept = folder.resolve("tijdstempels.pem");
            if (!Files.exists(kept)) {
                make(folder);
            }
            return read(folder, clock);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException("the timestamp authority cannot be made or read", e);
        }
    }

    /**
     * The certificate that signs and who vouches for it; what a validator has to trust, since nobody tells revocations.
     */
    public List<X509Certificate> certificates() {
        return List.of(certificate, authority);
    }

    /**
     * A timestamp query to a timestamp reply, both DER. A query that makes no sense gets a refusal, which is a reply
     * too.
     */
    public byte[] answer(byte[] query) {
        try {
            var digests = new JcaDigestCalculatorProviderBuilder().build();
            var tokens = new TimeStampTokenGenerator(
                    new JcaSimpleSignerInfoGeneratorBuilder().build("SHA256withECDSA", key, certificate),
                    digests.get(new org.bouncycastle.asn1.x509.AlgorithmIdentifier(TSPAlgorithms.SHA256)),
                    POLICY);
            tokens.addCertificates(new JcaCertStore(List.of(certificate, authority)));
            var responses = new TimeStampResponseGenerator(tokens, TSPAlgorithms.ALLOWED);
            return responses
                    .generate(new TimeStampRequest(query), new BigInteger(63, RANDOM), Date.from(clock.instant()))
                    .getEncoded();
        } catch (IOException e) {
            throw new IllegalArgumentException("not a timestamp query", e);
        } catch (GeneralSecurityException | OperatorCreationException | TSPException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void make(Path folder) throws GeneralSecurityException, OperatorCreationException, IOException {
        var root = pair();
        var own = pair();
        var rootName = new X500Name("C=NL,O=Lokale omgeving,CN=Lokale tijdstempels - uitgever");
        var extensions = new JcaX509ExtensionUtils();
        var rootCertificate = new JcaX509v3CertificateBuilder(
                        rootName, serial(), FROM, UNTIL, rootName, root.getPublic())
                .addExtension(Extension.basicConstraints, true, new BasicConstraints(0))
                .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign))
                .addExtension(
                        Extension.subjectKeyIdentifier, false, extensions.createSubjectKeyIdentifier(root.getPublic()))
                .build(new JcaContentSignerBuilder("SHA256withECDSA").build(root.getPrivate()));
        var ownCertificate = new JcaX509v3CertificateBuilder(
                        rootName,
                        serial(),
                        FROM,
                        UNTIL,
                        new X500Name("C=NL,O=Lokale omgeving,CN=Lokale tijdstempels"),
                        own.getPublic())
                .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
                .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
                .addExtension(Extension.extendedKeyUsage, true, new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping))
                .addExtension(
                        Extension.authorityKeyIdentifier,
                        false,
                        extensions.createAuthorityKeyIdentifier(root.getPublic()))
                .build(new JcaContentSignerBuilder("SHA256withECDSA").build(root.getPrivate()));
        var converter = new JcaX509CertificateConverter();
        OwnerOnly.write(
                folder.resolve("tijdstempels.key"),
                Base64.getEncoder().encodeToString(own.getPrivate().getEncoded()));
        OwnerOnly.write(
                folder.resolve("tijdstempels.pem"),
                pem(converter.getCertificate(ownCertificate)) + pem(converter.getCertificate(rootCertificate)));
    }

    private static LocalTimestamps read(Path folder, Clock clock) throws GeneralSecurityException, IOException {
        var key = Base64.getDecoder()
                .decode(Files.readString(folder.resolve("tijdstempels.key")).strip());
        var certificates = CertificateFactory.getInstance("X.509")
                .generateCertificates(new ByteArrayInputStream(Files.readAllBytes(folder.resolve("tijdstempels.pem"))))
                .stream()
                .map(X509Certificate.class::cast)
                .toList();
        return new LocalTimestamps(
                clock,
                KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(key)),
                certificates.get(0),
                certificates.get(1));
    }

    private static KeyPair pair() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    private static BigInteger serial() {
        return new BigInteger(127, RANDOM);
    }

    private static String pem(X509Certificate certificate) throws GeneralSecurityException {
        return "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded())
                + "\n-----END CERTIFICATE-----\n";
    }
}
