package nl.devservices.postgres;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's own programs, unpacked once from the jar that carries them. */
final class PostgresProgram {

    private final Path home;

    private PostgresProgram(Path home) {
        this.home = home;
    }

    /** @param folder gets a folder per version, named after its content */
    static PostgresProgram in(Path folder) throws IOException {
        Files.createDirectories(folder);
        var fresh = Files.createTempDirectory(folder, ".program");
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            try (var packed = new DigestInputStream(
                    DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(
                            "Linux", System.getProperty("os.arch").replace("amd64", "x86_64")),
                    digest)) {
                var bytes = packed.readAllBytes();
                var home = folder.resolve(
                        "program-" + HexFormat.of().formatHex(digest.digest()).substring(0, 16));
                if (!Files.exists(home)) {
                    unpack(bytes, fresh);
                    Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
                }
                return new PostgresProgram(home);
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } finally {
            delete(fresh);
        }
    }

    private static void unpack(byte[] packed, Path into) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZInputStream(new java.io.ByteArrayInputStream(packed)))) {
            TarArchiveEntry entry;
            while ((entry = tar.getNextEntry()) != null) {
                var target = into.resolve(entry.getName()).normalize();
                if (!target.startsWith(into)) {
                    throw new IOException("the archive reaches outside its folder");
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.getParent());
                    if (entry.isSymbolicLink()) {
                        Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
                    } else {
                        Files.copy(tar, target);
                        if ((entry.getMode() & 0100) != 0) {
                            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
                        }
                    }
                }
            }
        }
    }

    /**
     * A command line for one of the programs. PostgreSQL refuses to run as root: then it gets a user namespace of its
     * own, in which it is nobody. And it gets a session of its own, so that Ctrl-C reaches it only through us.
     */
    List<String> command(String program, String... arguments) {
        var asNobody =
                System.getProperty("user.name").equals("root") ? Stream.of("unshare", "-U") : Stream.<String>of();
        return Stream.of(
                        Stream.of("setsid"),
                        asNobody,
                        Stream.of(home.resolve("bin").resolve(program).toString()),
                        Stream.of(arguments))
                .flatMap(part -> part)
                .toList();
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
