package nl.voorelkaar.portal.hook;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A site with a certificate that it made itself. */
final class Site {

    private static final char[] PASSWORD = "of this test".toCharArray();

    private final SSLContext server;
    private final SSLContext trusting;

    private Site(SSLContext server, SSLContext trusting) {
        this.server = server;
        this.trusting = trusting;
    }

    /** @param now by the machine's time, which TLS goes by */
    static Site named(String name, Instant now)
            throws GeneralSecurityException, IOException, OperatorCreationException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        var pair = generator.generateKeyPair();
        var subject = new X500Name("CN=" + name);
        var certificate = new JcaX509CertificateConverter()
                .getCertificate(new JcaX509v3CertificateBuilder(
                                subject,
                                BigInteger.TWO,
                                Date.from(now.minus(Duration.ofDays(1))),
                                Date.from(now.plus(Duration.ofDays(1))),
                                subject,
                                pair.getPublic())
                        .addExtension(
                                Extension.subjectAlternativeName,
                                false,
                                new GeneralNames(new GeneralName(GeneralName.dNSName, name)))
                        .build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate())));
        var keys = KeyStore.getInstance("PKCS12");
        keys.load(null, PASSWORD);
        keys.setKeyEntry("own", pair.getPrivate(), PASSWORD, new Certificate[] {certificate});
        var holding = KeyManagerFactory.getInstance("PKIX");
        holding.init(keys, PASSWORD);
        var server = SSLContext.getInstance("TLS");
        server.init(holding.getKeyManagers(), null, null);
        var known = KeyStore.getInstance("PKCS12");
        known.load(null, PASSWORD);
        known.setCertificateEntry("site", certificate);
        var trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(known);
        var trusting = SSLContext.getInstance("TLS");
        trusting.init(null, trust.getTrustManagers(), null);
        return new Site(server, trusting);
    }

    SSLContext server() {
        return server;
    }

    /** For who trusts this site and nobody else. */
    SSLContext trusting() {
        return trusting;
    }
}
