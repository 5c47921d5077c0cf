package nl.voorelkaar.dossier.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.Assertion;
import nl.voorelkaar.consent.AssuranceLevel;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.dossier.DocumentRefused;
import nl.voorelkaar.dossier.document.MediaTypes.Accepted;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Hostile files, in real processes. */
class DrawersTests {

    private static final Duration LIMIT = Duration.ofSeconds(15);
    private static final Duration LONG = Duration.ofMinutes(2);
    private static final long GIGABYTE = 1L << 30;

    private final Drawers drawers = new Drawers(2, LIMIT);

    @AfterEach
    void close() {
        drawers.destroy();
    }

    @Test
    void whatMeansNoHarmIsDrawn() throws IOException {
        assertThat(pages(Accepted.PDF, Samples.pdf(3))).isEqualTo(3);
        assertThat(draw(Accepted.PDF, Samples.pdf(3), 2)).startsWith(0x89, 'P', 'N', 'G');
        assertThat(draw(Accepted.JPEG, Samples.image("jpg", 3_000, 2_000), 0)).startsWith(0x89, 'P', 'N', 'G');
        assertThat(draw(Accepted.PDF, Samples.pdfWithPicture(2_500, 3_500, 2_500, 3_500), 0))
                .startsWith(0x89, 'P', 'N', 'G');
    }

    @Test
    void aFewKilobytesThatUnpackToGigabytesFillNothing() throws IOException {
        var bombs = List.of(
                Bombs.objectStream(4 * GIGABYTE),
                Bombs.objectTable(4 * GIGABYTE),
                Samples.pdfWithPicture(20_000, 20_000, 1, 1),
                Samples.pdfWithPicture(10, 10, 20_000, 20_000));
        assertThat(bombs.getFirst()).hasSizeLessThan(100_000);
        unharmed(() -> {
            for (var bomb : bombs) {
                assertRefused(Accepted.PDF, bomb);
            }
        });
        assertThat(pages(Accepted.PDF, bombs.getFirst())).isZero();
        assertThat(pages(Accepted.PDF, Samples.pdf(1))).isOne();
    }

    @Test
    void anObjectStreamThatIsNoBombIsRead() throws IOException {
        assertThat(pages(Accepted.PDF, Bombs.objectStream(1_000))).isOne();
        assertThat(draw(Accepted.PDF, Bombs.objectStream(1_000), 0)).isNotEmpty();
    }

    @Test
    void pagesThatContainThemselvesEnd() throws IOException {
        unharmed(() -> {
            assertRefused(Accepted.PDF, Bombs.cycle());
            assertRefused(Accepted.PDF, Bombs.nested(1_000_000));
        });
    }

    @Test
    void aPageThatTakesForEverIsEndedInTime() throws IOException {
        var impatient = new Drawers(2, Duration.ofSeconds(4));
        var start = System.nanoTime();
        try (var turn = impatient.turn(somebody(), LONG)) {
            var page = Bombs.doubling(60);
            assertThatThrownBy(() -> impatient.draw(turn, Accepted.PDF, 0, page.length, new ByteArrayInputStream(page)))
                    .isInstanceOfSatisfying(DocumentRefused.class, DrawersTests::isNoPreview);
        } finally {
            impatient.destroy();
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isBetween(Duration.ofSeconds(3), Duration.ofSeconds(12));
    }

    @Test
    void aPictureThatIsAsHugeAsItSaysFillsNothing() throws IOException {
        var huge = Bombs.png(60_000, 60_000);
        var large = Bombs.png(7_000, 7_000);
        unharmed(() -> assertRefused(Accepted.PNG, huge));
        assertThat(pages(Accepted.PNG, huge)).isZero();
        unharmed(() -> assertThat(draw(Accepted.PNG, large, 0)).isNotEmpty());
    }

    @Test
    void aProcessThatIsKilledHalfwayIsARefusalAndTheNextDraws() throws IOException {
        var pdf = Samples.pdf(1);
        try (var drawer = Drawer.start(LIMIT)) {
            var killing = new InputStream() {
                @Override
                public int read() {
                    drawer.handle().destroyForcibly();
                    drawer.handle().onExit().join();
                    return 'x';
                }
            };
            assertThatThrownBy(() -> drawer.ask(0, Accepted.PDF, 1_000_000, killing))
                    .isInstanceOfSatisfying(DocumentRefused.class, DrawersTests::isNoPreview);
        }
        assertThat(draw(Accepted.PDF, pdf, 0)).isNotEmpty();
        drawers.spare().orElseThrow().handle().destroyForcibly();
        drawers.spare().orElseThrow().handle().onExit().join();
        assertThat(draw(Accepted.PDF, pdf, 0)).isNotEmpty();
    }

    @Test
    void aFileThatBreaksOffIsNotARefusal() throws IOException {
        var half = new ByteArrayInputStream(new byte[10]);
        try (var turn = drawers.turn(somebody(), LONG)) {
            assertThatThrownBy(() -> drawers.draw(turn, Accepted.PDF, 0, 20, half))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void twentyAtOnceAreAllDrawn() throws Exception {
        var pdf = Samples.pdf(2);
        unharmed(() -> {
            try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
                var pictures = new ArrayList<Future<byte[]>>();
                for (int number = 0; number < 20; number++) {
                    pictures.add(people.submit(() -> draw(Accepted.PDF, pdf, 1)));
                }
                for (var picture : pictures) {
                    assertThat(picture.get(LONG.toSeconds(), TimeUnit.SECONDS)).startsWith(0x89, 'P', 'N', 'G');
                }
            }
        });
    }

    @Test
    void aProcessSeesOneFileAndEnds() throws IOException {
        draw(Accepted.PDF, Samples.pdf(1), 0);
        var first = drawers.spare().orElseThrow().handle();
        draw(Accepted.PDF, Samples.pdf(1), 0);
        first.onExit().orTimeout(10, TimeUnit.SECONDS).join();
        var second = drawers.spare().orElseThrow().handle();
        assertThat(second.pid()).isNotEqualTo(first.pid());
        drawers.destroy();
        second.onExit().orTimeout(10, TimeUnit.SECONDS).join();
    }

    @Test
    void aProcessInheritsNothingAndCanKeepNothing() throws IOException {
        try (var drawer = Drawer.start(LIMIT)) {
            var kept = Path.of("/proc", Long.toString(drawer.handle().pid()));
            while (!Files.readString(kept.resolve("cmdline")).contains("DrawingProcess")
                    || Files.readString(kept.resolve("cmdline")).startsWith("/bin/sh")) {
                Thread.onSpinWait();
            }
            assertThat(Files.readString(kept.resolve("environ")).replaceAll("\0(PWD|OLDPWD)=[^\0]*", ""))
                    .matches("(LC_ALL=C.UTF-8|PWD=[^\0]*)\0?");
            assertThat(kept.resolve("cwd").toRealPath()).isEmptyDirectory();
            assertThat(Files.readString(kept.resolve("limits")))
                    .containsPattern("Max file size +0 +0 ")
                    .containsPattern("Max core file size +0 +0 ");
            assertThat(Files.readString(kept.resolve("oom_score_adj")).strip()).isEqualTo("1000");
        }
    }

    private interface Attempt {
        void run() throws Exception;
    }

    /** In less than the limit for each file, and without filling the memory of this process. */
    private static void unharmed(Attempt attempt) {
        System.gc();
        heap(pool -> {
            pool.resetPeakUsage();
            return 0;
        });
        var before = heap(pool -> pool.getUsage().getUsed());
        assertThat(attempt).satisfies(Attempt::run);
        System.gc();
        assertThat(heap(pool -> pool.getPeakUsage().getUsed()) - before).isLessThan(96L << 20);
        assertThat(heap(pool -> pool.getUsage().getUsed()) - before).isLessThan(16L << 20);
    }

    private static long heap(ToLongFunction<MemoryPoolMXBean> measure) {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(measure)
                .sum();
    }

    private void assertRefused(Accepted type, byte[] file) {
        var start = System.nanoTime();
        assertThatThrownBy(() -> draw(type, file, 0))
                .isInstanceOfSatisfying(DocumentRefused.class, DrawersTests::isNoPreview);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LIMIT.plusSeconds(5));
    }

    private static void isNoPreview(DocumentRefused refused) {
        assertThat(refused.reason()).isEqualTo(DocumentRefused.Reason.NO_PREVIEW);
    }

    private int pages(Accepted type, byte[] file) throws IOException {
        try (var turn = drawers.turn(somebody(), LONG)) {
            return drawers.pages(turn, type, file.length, new ByteArrayInputStream(file));
        }
    }

    private byte[] draw(Accepted type, byte[] file, int page) throws IOException {
        try (var turn = drawers.turn(somebody(), LONG)) {
            return drawers.draw(turn, type, page, file.length, new ByteArrayInputStream(file));
        }
    }

    private static Actor somebody() {
        return new Actor.Resident(
                new ResidentId(UUID.randomUUID()), AssuranceLevel.SUBSTANTIEEL, Instant.EPOCH, new Assertion(""));
    }
}
