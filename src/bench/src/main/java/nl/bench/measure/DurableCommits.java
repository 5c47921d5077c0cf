package nl.bench.measure;

import java.sql.SQLException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** What the database's disk allows: one row a commit, and nothing around it. */
public final class DurableCommits {

    private DurableCommits() {}

    /** @return commits a second of all clients together */
    public static double rate(RunningProduct product, int clients, double seconds) {
        product.run("CREATE TABLE IF NOT EXISTS public.bench_commit"
                + " (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, body text)");
        try (var threads = Executors.newFixedThreadPool(clients)) {
            var counts = IntStream.range(0, clients)
                    .mapToObj(client -> threads.submit(() -> commits(product, seconds)))
                    .toList();
            var all = 0L;
            for (var count : counts) {
                all += count.get();
            }
            return all / seconds;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private static long commits(RunningProduct product, double seconds) throws SQLException {
        try (var connection = product.connect();
                var insert = connection.prepareStatement("INSERT INTO public.bench_commit (body) VALUES ('x')")) {
            var end = System.nanoTime() + (long) (seconds * 1e9);
            var count = 0L;
            for (; System.nanoTime() < end; count++) {
                insert.executeUpdate();
            }
            return count;
        }
    }
}
