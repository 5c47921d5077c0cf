package nl.bench.opening;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import nl.bench.measure.Report;

/** How long this disk takes to say that 8 KiB are safe: the least that one commit takes. */
final class DiskWrites {

    private static final int BLOCK = 8 * 1024;
    private static final int TIMES = 500;

    private DiskWrites() {}

    /** @return the median of one fdatasync, in microseconds */
    static double micros(Path folder) {
        try {
            var file = Files.createTempFile(folder, "disk", "");
            try (var channel = FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE)) {
                var block = ByteBuffer.allocateDirect(BLOCK);
                var took = new ArrayList<Double>();
                for (var time = 0; time < TIMES; time++) {
                    channel.write(block.rewind(), 0);
                    var begin = System.nanoTime();
                    channel.force(false);
                    took.add((System.nanoTime() - begin) / 1e3);
                }
                return Report.quantile(took, 0.5);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
