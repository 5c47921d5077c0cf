package nl.voorelkaar.drill.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A file system of its own, small enough to be filled. Only an administrator of the machine can make one. */
public final class SmallDisk implements AutoCloseable {

    private final Path folder;

    private SmallDisk(Path folder) {
        this.folder = folder;
    }

    public static boolean isPossible() {
        return System.getProperty("user.name").equals("root");
    }

    static SmallDisk at(Path folder, int megabytes) throws IOException {
        Files.createDirectories(folder);
        Daemon.run(
                List.of("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", folder.toString()), Map.of());
        return new SmallDisk(folder);
    }

    /** Nothing can be written any more. */
    public void fill() throws IOException {
        try (var file = Files.newOutputStream(folder.resolve("full"))) {
            var nothing = new byte[64 * 1024];
            while (true) {
                file.write(nothing);
            }
        } catch (IOException full) {
            if (Files.getFileStore(folder).getUsableSpace() > 64 * 1024) {
                throw full;
            }
        }
    }

    public void empty() throws IOException {
        Files.delete(folder.resolve("full"));
    }

    @Override
    public void close() throws IOException {
        Daemon.run(List.of("umount", "-l", folder.toString()), Map.of());
    }
}
