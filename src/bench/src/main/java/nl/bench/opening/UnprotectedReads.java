package nl.bench.opening;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import nl.bench.dossiers.Opening;
import nl.bench.measure.Pause;
import nl.bench.measure.RunningProduct;

/** Clients of {@link UnprotectedRead}, which runs in a process of its own with the options of a face. */
final class UnprotectedReads implements Load.Clients, AutoCloseable {

    private static final int ROWS = 1_000;

    private final RunningProduct product;
    private final List<UUID> ids = new ArrayList<>();
    private final Process process;
    private final String site;

    UnprotectedReads(RunningProduct product) {
        this.product = product;
        fill();
        try (var free = new ServerSocket(0)) {
            site = "http://localhost:" + free.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        process = start();
        awaitReady();
    }

    private void fill() {
        product.run("CREATE TABLE IF NOT EXISTS public.bench_read (id uuid PRIMARY KEY, body text NOT NULL)");
        try (var connection = product.connect();
                var insert = connection.prepareStatement("INSERT INTO public.bench_read VALUES (?, ?)")) {
            for (var row = 0; row < ROWS; row++) {
                var id = UUID.randomUUID();
                insert.setObject(1, id);
                insert.setString(2, Opening.text(id, SafeOpens.LETTERS));
                insert.addBatch();
                ids.add(id);
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        product.run("ANALYZE public.bench_read");
    }

    private Process start() {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(RunningProduct.AS_INSTALLED.split(" ")));
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                UnprotectedRead.class.getName(),
                site.substring(site.lastIndexOf(':') + 1),
                product.databaseUrl(),
                "postgres",
                product.databasePassword()));
        try {
            return new ProcessBuilder(command).inheritIO().start();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void awaitReady() {
        for (var left = 240; ; left--) {
            try (var client = one(0)) {
                client.ask();
                return;
            } catch (Exception notYet) {
                if (left == 0 || !process.isAlive()) {
                    close();
                    throw new IllegalStateException("the unprotected read does not start", notYet);
                }
                Pause.millis(250);
            }
        }
    }

    @Override
    public Load.Client one(int number) throws IOException {
        var connection = new KeptConnection(site);
        return new Load.Client() {

            @Override
            public void ask() throws IOException {
                var id = ids.get(ThreadLocalRandom.current().nextInt(ROWS));
                var answer = connection.get("/" + id, "");
                if (answer.status() != 200 || answer.body().length < SafeOpens.LETTERS) {
                    throw new IllegalStateException("a row came as " + answer.status() + " " + answer.text());
                }
            }

            @Override
            public void close() throws IOException {
                connection.close();
            }
        };
    }

    /** With the database, and with the product that idles beside it. */
    @Override
    public Duration processorTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).plus(product.processorTime());
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
