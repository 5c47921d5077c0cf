package nl.voorelkaar.dossier.vault.custody;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Files that are replaced as a whole or not at all, in a directory that several processes share. After a write returns,
 * the bytes survive a power cut.
 */
final class CustodyDirectory {

    /** A file lock excludes other processes, not other threads of this one. */
    private static final ConcurrentHashMap<Path, ReentrantLock> LOCKS = new ConcurrentHashMap<>();

    private final Path path;

    CustodyDirectory(Path path) {
        this.path = path.toAbsolutePath().normalize();
    }

    void create() {
        try {
            if (!Files.isDirectory(path)) {
                Files.createDirectories(
                        path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
            Files.createDirectories(path.resolve("days"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs alone among all threads and processes that use this directory. */
    <T> T alone(Supplier<T> work) {
        var threads = LOCKS.computeIfAbsent(path, p -> new ReentrantLock());
        threads.lock();
        try (var channel =
                        FileChannel.open(path.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var lock = channel.lock()) {
            return work.get();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            threads.unlock();
        }
    }

    Optional<byte[]> read(String name) {
        try {
            return Optional.of(Files.readAllBytes(path.resolve(name)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean has(String name) {
        return Files.exists(path.resolve(name));
    }

    /**
     * Tells versions of a file apart. Its time alone does not: two writes can fall in one tick of the file system's
     * clock.
     */
    record Stamp(Optional<Object> file, FileTime changed, long size) {}

    Optional<Stamp> stamp(String name) {
        try {
            var attributes = Files.readAttributes(path.resolve(name), BasicFileAttributes.class);
            return Optional.of(new Stamp(
                    Optional.ofNullable(attributes.fileKey()), attributes.lastModifiedTime(), attributes.size()));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void replace(String name, byte[] bytes) {
        var file = path.resolve(name);
        var next = file.resolveSibling(file.getFileName() + ".next");
        try {
            Files.deleteIfExists(next);
            Files.createFile(next, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try (var channel = FileChannel.open(next, StandardOpenOption.WRITE)) {
                write(channel, bytes);
            }
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            sync(file.getParent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Overwrites, then removes. What a journaling or flash disk kept elsewhere is beyond reach: use a hardware module.
     */
    boolean destroy(String name) {
        var file = path.resolve(name);
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            write(channel, new byte[(int) channel.size()]);
            Files.delete(file);
            sync(file.getParent());
            return true;
        } catch (NoSuchFileException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> list(String folder) {
        try (var files = Files.list(path.resolve(folder))) {
            return files.map(file -> file.getFileName().toString()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(FileChannel channel, byte[] bytes) throws IOException {
        var buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
        channel.force(true);
    }

    private static void sync(Path directory) throws IOException {
        try (var channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
