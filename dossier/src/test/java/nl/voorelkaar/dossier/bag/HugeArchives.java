package nl.voorelkaar.dossier.bag;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.Random;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Archives of two gigabytes, made while they are read. Takes half a minute: run it by name, {@code make bench} does.
 */
class HugeArchives {

    private static final long TWO_GIGABYTES = 2_000_000_000L;
    private static final int DOCUMENT = 20_000_000;
    private static final long ALLOWED_HEAP = 256L * 1024 * 1024;

    private long sent;

    /** @param noise whether it cannot be packed: else it is a bomb */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void twoGigabytesAreRefusedWithoutTheMemoryForThem(boolean noise) throws IOException {
        var pools = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
        System.gc();
        pools.forEach(MemoryPoolMXBean::resetPeakUsage);

        var refused = catchThrowableOfType(BagRefused.class, () -> ReadBag.of(archive(noise)));

        assertThat(refused.reason()).isEqualTo(BagRefused.Reason.TOO_LARGE);
        assertThat(sent).isLessThan(Bags.LARGEST + 1_000_000);
        var most =
                pools.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
        assertThat(most).isLessThan(ALLOWED_HEAP);
    }

    private InputStream archive(boolean noise) throws IOException {
        var in = new PipedInputStream(1 << 16);
        var to = new Counting(new PipedOutputStream(in));
        var content = new byte[DOCUMENT];
        if (noise) {
            new Random(1).nextBytes(content);
        }
        Thread.ofPlatform().daemon().start(() -> write(to, content));
        return in;
    }

    private static void write(OutputStream to, byte[] content) {
        try (var zip = new ZipOutputStream(to)) {
            zip.setLevel(1);
            zip.putNextEntry(new ZipEntry(Place.FOLDER + "bagit.txt"));
            zip.write(BagWriter.DECLARATION.getBytes(US_ASCII));
            for (var written = 0L; written < TWO_GIGABYTES; written += content.length) {
                zip.putNextEntry(new ZipEntry(Place.FOLDER + "data/documents/" + UUID.randomUUID() + "/1.pdf"));
                zip.write(content);
            }
        } catch (IOException e) {
            // Whoever read it has heard enough.
        }
    }

    private final class Counting extends OutputStream {

        private final OutputStream to;

        Counting(OutputStream to) {
            this.to = to;
        }

        @Override
        public void write(int single) throws IOException {
            to.write(single);
            sent++;
        }

        @Override
        public void write(byte[] from, int offset, int length) throws IOException {
            to.write(from, offset, length);
            sent += length;
        }
    }
}
