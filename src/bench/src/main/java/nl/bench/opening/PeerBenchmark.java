package nl.bench.opening;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import nl.bench.bulk.BulkDossiers;
import nl.bench.measure.Aim;
import nl.bench.measure.Benchmark;
import nl.bench.measure.Pace;
import nl.bench.measure.Report;
import nl.bench.measure.RunningProduct;
import nl.bench.solid.SolidServer;

/**
 * Safe opens beside what Community Solid Server does when somebody who may reads a document of the same size, in turn.
 * It looks at a list of who may what; it neither encrypts nor writes down who read. Where there is no Node there is no
 * figure.
 */
public final class PeerBenchmark implements Benchmark {

    private static final int CLIENTS = 8;
    private static final int DOSSIERS = 300;
    private static final int DOCUMENTS = 100;
    private static final String OPENS = "safe opens beside the peer, 8 clients";
    private static final String READS = "reads of Community Solid Server, 8 clients";

    private final RunningProduct product;
    private final Path folder;
    private final Report report;
    private final Pace pace;

    /** @param folder for the peer, which stays there for a next run */
    public PeerBenchmark(RunningProduct product, Path folder, Report report, Pace pace) {
        this.product = product;
        this.folder = folder;
        this.report = report;
        this.pace = pace;
    }

    @Override
    public void run() {
        SolidServer.start(folder)
                .ifPresentOrElse(
                        this::compare,
                        () -> System.out.println("  left out: there is no Node, or the peer cannot be installed"));
    }

    private void compare(SolidServer peer) {
        try (peer) {
            var dossiers = new BulkDossiers(product);
            dossiers.fill(DOSSIERS);
            var opens = new SafeOpens(product, dossiers.openings(DOSSIERS));
            var reads = new Reads(peer, documents(peer));
            report.aim(OPENS + " (1/s)", Aim.atLeast(25).times(READS + " (1/s)"));
            report.aim(OPENS + ": 99 in 100 (ms)", Aim.atMost(0.1).times(READS + ": 99 in 100 (ms)"));
            opens.freshTokens();
            Load.of(CLIENTS, pace.quick() ? 3 : 40, opens);
            Load.of(CLIENTS, pace.quick() ? 3 : 40, reads);
            for (var pair = 0; pair < pace.pairs(); pair++) {
                if (pair % 2 == 0) {
                    measure(READS, reads);
                }
                opens.freshTokens();
                measure(OPENS, opens);
                if (pair % 2 == 1) {
                    measure(READS, reads);
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> documents(SolidServer peer) throws IOException {
        var documents = new ArrayList<String>();
        for (var number = 0; number < (pace.quick() ? DOCUMENTS / 5 : DOCUMENTS); number++) {
            documents.add(peer.put(number));
        }
        return documents;
    }

    private void measure(String what, Load.Clients clients) {
        var load = Load.of(CLIENTS, Math.min(pace.seconds(), 10), clients);
        report.add(what + " (1/s)", load.rate());
        report.add(what + ": median (ms)", load.quantile(0.5) / 1e3);
        report.add(what + ": 99 in 100 (ms)", load.quantile(0.99) / 1e3);
        report.add(what + ": of a processor for each (ms)", load.processorMillis());
    }

    /** Readers of documents of the peer, one after the other. */
    private record Reads(SolidServer peer, List<String> documents) implements Load.Clients {

        @Override
        public Load.Client one(int number) throws IOException {
            var connection = new KeptConnection(peer.site());
            return new Load.Client() {

                @Override
                public void ask() throws IOException {
                    var document = documents.get(ThreadLocalRandom.current().nextInt(documents.size()));
                    var answer = connection.get(document, peer.readerHeader());
                    if (answer.status() != 200 || answer.body().length < SolidServer.DOCUMENT * 9 / 10) {
                        throw new IllegalStateException("a document came as " + answer.status());
                    }
                }

                @Override
                public void close() throws IOException {
                    connection.close();
                }
            };
        }

        @Override
        public Duration processorTime() {
            return peer.processorTime();
        }
    }
}
