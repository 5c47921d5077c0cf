package nl.voorelkaar.dossier.vault.custody;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * The private key of the municipality's seal and its certificates, the own one first. ECDSA or RSA, always over
 * SHA-256.
 *
 * <p>One that the house makes itself proves that nothing changed, and convinces nobody else of whose it is: a
 * municipality puts in one of a qualified trust service provider (eIDAS 910/2014 art. 36, 38).
 */
public final class SealStamp {

    private static final Date FROM = Date.from(Instant.parse("2000-01-01T00:00:00Z"));
    private static final Date UNTIL = Date.from(Instant.parse("2100-01-01T00:00:00Z"));

    private final PrivateKey key;
    private final List<X509Certificate> chain;

    private SealStamp(PrivateKey key, List<X509Certificate> chain) {
        this.key = key;
        this.chain = List.copyOf(chain);
    }

    /**
     * A new P-256 key with a certificate that it signed itself, as long as any clock of a local environment may run.
     */
    static SealStamp selfMade(String municipality) {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            var pair = generator.generateKeyPair();
            var name = new X500NameBuilder()
                    .addRDN(BCStyle.C, "NL")
                    .addRDN(BCStyle.O, municipality)
                    .addRDN(BCStyle.OU, "Eigen zegel, niet van een vertrouwensdienst")
                    .addRDN(BCStyle.CN, municipality)
                    .build();
            var extensions = new JcaX509ExtensionUtils();
            var certificate = new JcaX509v3CertificateBuilder(
                            name, new BigInteger(127, new SecureRandom()), FROM, UNTIL, name, pair.getPublic())
                    .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
                    .addExtension(
                            Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation))
                    .addExtension(
                            Extension.subjectKeyIdentifier,
                            false,
                            extensions.createSubjectKeyIdentifier(pair.getPublic()))
                    .build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate()));
            return new SealStamp(
                    pair.getPrivate(), List.of(new JcaX509CertificateConverter().getCertificate(certificate)));
        } catch (GeneralSecurityException | OperatorCreationException | CertIOException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * What a trust service provider delivered: a PKCS#12 file with one key and its certificates.
     *
     * @throws IOException when it cannot be read, or the password does not open it
     * @throws SecurityException when it holds no such key
     */
    public static SealStamp from(Path file, char[] password) throws IOException {
        try (var content = Files.newInputStream(file)) {
            var store = KeyStore.getInstance("PKCS12");
            store.load(content, password);
            for (var names = store.aliases(); names.hasMoreElements(); ) {
                var name = names.nextElement();
                if (store.getKey(name, password) instanceof PrivateKey key) {
                    var stamp = new SealStamp(
                            key,
                            Stream.of(store.getCertificateChain(name))
                                    .map(X509Certificate.class::cast)
                                    .toList());
                    stamp.requireFit();
                    return stamp;
                }
            }
            throw new SecurityException("no seal in this file");
        } catch (GeneralSecurityException e) {
            throw new SecurityException("no seal in this file");
        }
    }

    static SealStamp of(byte[] key, byte[] chain) {
        try {
            var certificates = certificates(chain);
            var algorithm = certificates.getFirst().getPublicKey().getAlgorithm();
            return new SealStamp(
                    KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(key)), certificates);
        } catch (GeneralSecurityException e) {
            throw new SecurityException("the seal cannot be read");
        }
    }

    static List<X509Certificate> certificates(byte[] chain) {
        try {
            return CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(chain))
                    .stream()
                    .map(X509Certificate.class::cast)
                    .toList();
        } catch (CertificateException e) {
            throw new SecurityException("the seal cannot be read");
        }
    }

    List<X509Certificate> chain() {
        return chain;
    }

    byte[] keyBytes() {
        return key.getEncoded();
    }

    byte[] chainBytes() {
        var bytes = new ByteArrayOutputStream();
        try {
            for (var certificate : chain) {
                bytes.writeBytes(certificate.getEncoded());
            }
        } catch (CertificateException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    byte[] sign(byte[] content) {
        try {
            var signature = Signature.getInstance(algorithm());
            signature.initSign(key);
            signature.update(content);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new SecurityException("the seal does not sign");
        }
    }

    private String algorithm() {
        return switch (key.getAlgorithm()) {
            case "EC" -> "SHA256withECDSA";
            case "RSA" -> "SHA256withRSA";
            default -> throw new SecurityException("a seal has an EC or RSA key");
        };
    }

    /** A key that does not belong to its certificate would be found out at the first seal only. */
    private void requireFit() throws GeneralSecurityException {
        var probe = new byte[] {1};
        var check = Signature.getInstance(algorithm());
        check.initVerify(chain.getFirst());
        check.update(probe);
        if (!check.verify(sign(probe))) {
            throw new SecurityException("no seal in this file");
        }
    }
}
