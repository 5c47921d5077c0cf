package nl.voorelkaar.drill.site;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A certificate of this machine's own, which only who is told trusts. */
final class Certificate {

    private final Path folder;

    private Certificate(Path folder) {
        this.folder = folder;
    }

    /** Makes {@code server.crt} and {@code server.key}, and both in one as {@code site.pem}. */
    static Certificate in(Path folder) throws IOException {
        Files.createDirectories(folder);
        var certificate = folder.resolve("server.crt");
        var key = folder.resolve("server.key");
        Daemon.run(
                List.of(
                        "openssl",
                        "req",
                        "-x509",
                        "-newkey",
                        "ec",
                        "-pkeyopt",
                        "ec_paramgen_curve:prime256v1",
                        "-nodes",
                        "-subj",
                        "/CN=localhost",
                        "-addext",
                        "subjectAltName=DNS:localhost,IP:127.0.0.1",
                        "-days",
                        "2",
                        "-keyout",
                        key.toString(),
                        "-out",
                        certificate.toString()),
                Map.of());
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
        Files.writeString(folder.resolve("site.pem"), Files.readString(certificate) + Files.readString(key));
        return new Certificate(folder);
    }

    Path pem() {
        return folder.resolve("site.pem");
    }

    /** From here on everything in this program trusts it, also the stand-in that tells of sign-outs. */
    void trust() {
        try (InputStream file = Files.newInputStream(folder.resolve("server.crt"))) {
            var known = KeyStore.getInstance(KeyStore.getDefaultType());
            known.load(null, null);
            known.setCertificateEntry(
                    "site", CertificateFactory.getInstance("X.509").generateCertificate(file));
            var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            managers.init(known);
            var context = SSLContext.getInstance("TLS");
            context.init(null, managers.getTrustManagers(), null);
            SSLContext.setDefault(context);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
