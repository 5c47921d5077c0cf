package nl.bench.opening;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/**
 * What came of clients that each ask again as soon as they have their answer. A closed loop: how long somebody waits
 * who comes at a bad moment is more than it tells.
 *
 * @param processor what those who answered took of the processors meanwhile: it says more than the rate where others
 *     work on the machine too
 * @param micros how long each answer took, ascending
 */
record Load(double seconds, Duration processor, double[] micros) {

    /** One client. */
    interface Client extends AutoCloseable {

        /** @throws Exception when the answer is not what it should be: then there is no figure */
        void ask() throws Exception;
    }

    interface Clients {

        /** @param number from 0 */
        Client one(int number) throws Exception;

        /** What those who answer took of the processors until now. */
        Duration processorTime();
    }

    static Load of(int clients, double seconds, Clients each) {
        var before = each.processorTime();
        try (var threads = Executors.newFixedThreadPool(clients)) {
            var asking = IntStream.range(0, clients)
                    .mapToObj(number -> threads.submit(() -> {
                        try (var client = each.one(number)) {
                            return asked(client, seconds);
                        }
                    }))
                    .toList();
            var all = new double[0];
            for (var one : asking) {
                var more = one.get();
                var from = all.length;
                all = Arrays.copyOf(all, from + more.length);
                System.arraycopy(more, 0, all, from, more.length);
            }
            Arrays.sort(all);
            return new Load(seconds, each.processorTime().minus(before), all);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private static double[] asked(Client client, double seconds) throws Exception {
        var took = new double[1024];
        var count = 0;
        var end = System.nanoTime() + (long) (seconds * 1e9);
        for (var begin = System.nanoTime(); begin < end; ) {
            client.ask();
            var now = System.nanoTime();
            if (count == took.length) {
                took = Arrays.copyOf(took, 2 * count);
            }
            took[count++] = (now - begin) / 1e3;
            begin = now;
        }
        return Arrays.copyOf(took, count);
    }

    /** Of a processor, for each answer. */
    double processorMillis() {
        return processor.toNanos() / 1e6 / micros.length;
    }

    /** Answers a second. */
    double rate() {
        return micros.length / seconds;
    }

    /** @param part 0.99: what 99 in 100 do not pass, in microseconds */
    double quantile(double part) {
        return micros[(int) Math.min(micros.length - 1L, (long) (part * micros.length))];
    }
}
