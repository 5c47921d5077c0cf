package nl.bench.bulk;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import nl.bench.dossiers.MadeUpLogins;
import nl.bench.dossiers.Opening;
import nl.bench.dossiers.ProgramTokens;
import nl.bench.measure.RunningProduct;
import nl.bench.services.Node;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.Assertion;
import nl.voorelkaar.consent.AssuranceLevel;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.Face;
import nl.voorelkaar.consent.Parties;
import nl.voorelkaar.consent.PartyId;

/**
 * Fills a running product with dossiers as {@link DossierRecipe} has them, on all processors, and goes on where an
 * earlier run ended. Tells how far it is while it works.
 */
public final class BulkDossiers {

    /** The first of the people who are made up here: the ones before are for who makes dossiers one by one. */
    private static final int FIRST_PERSON = 10_000;

    private static final int MOST_WAITING = 8 << 20;
    private static final long TOLD_EACH = Duration.ofSeconds(10).toNanos();
    private static final String MADE = """
            CREATE TABLE IF NOT EXISTS public.bench_dossier (
                number integer PRIMARY KEY, program integer NOT NULL, grant_id uuid NOT NULL, entries uuid[] NOT NULL)""";

    private final RunningProduct product;
    private final Clock clock = Clock.system(CalendarDays.AMSTERDAM);

    public BulkDossiers(RunningProduct product) {
        this.product = product;
    }

    /** Makes those of this many that are not there yet. @return how many it made a second; 0 when all were there */
    public double fill(int dossiers) {
        product.run(MADE);
        var left = new ConcurrentLinkedQueue<>(missing(dossiers));
        var all = left.size();
        if (all == 0) {
            return 0;
        }
        var programs = programs();
        var begin = System.nanoTime();
        try (var resident = node(Face.RESIDENT);
                var workspace = node(Face.WORKSPACE);
                var threads = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            var recipe = new DossierRecipe(resident, workspace, clock);
            var progress = new Progress(all);
            var working = IntStream.range(0, Runtime.getRuntime().availableProcessors())
                    .mapToObj(worker -> threads.submit(() -> {
                        work(recipe, left, programs, progress);
                        return null;
                    }))
                    .toList();
            for (var worker : working) {
                await(worker);
            }
        }
        product.run("VACUUM (ANALYZE)");
        return all / ((System.nanoTime() - begin) / 1e9);
    }

    private static void await(Future<?> worker) {
        try {
            worker.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private Node node(Face face) {
        var settings = new LinkedHashMap<>(product.settingsOf(face));
        settings.putAll(HoldingDriver.settings());
        settings.computeIfPresent("spring.datasource.url", (name, url) -> HoldingDriver.over(url));
        settings.computeIfPresent("voorelkaar.keystore.url", (name, url) -> HoldingDriver.over(url));
        settings.put(Node.UNLIMITED, "true");
        return Node.start(face, clock, product.custody(face), settings);
    }

    /** Those of the product, each known to it by having asked something once. */
    private List<Actor.Professional> programs() {
        var tokens = new ProgramTokens(product.staffIssuer(), product.programKey());
        var known = IntStream.rangeClosed(1, RunningProduct.PROGRAMS)
                .peek(program -> product.askAs(tokens.of(program)))
                .mapToObj(program -> PartyId.ofLogin(product.staffIssuer(), ProgramTokens.client(program)))
                .toList();
        try (var workspace = node(Face.WORKSPACE)) {
            var parties = workspace.bean(Parties.class).find(Set.copyOf(known));
            return known.stream()
                    .map(parties::get)
                    .map(party -> new Actor.Professional(
                            party.id(),
                            party.role(),
                            party.organisation(),
                            party.team(),
                            AssuranceLevel.SUBSTANTIEEL,
                            clock.instant(),
                            new Assertion("")))
                    .toList();
        }
    }

    private List<Integer> missing(int dossiers) {
        var missing = new ArrayList<Integer>();
        product.each(
                "SELECT number FROM generate_series(0, " + (dossiers - 1) + ") AS number"
                        + " WHERE NOT EXISTS (SELECT FROM public.bench_dossier AS made WHERE made.number = number.number)",
                row -> missing.add(row.getInt(1)));
        return missing;
    }

    private void work(
            DossierRecipe recipe,
            ConcurrentLinkedQueue<Integer> left,
            List<Actor.Professional> programs,
            Progress progress)
            throws SQLException {
        var logins =
                new MadeUpLogins(product.standInFolder(), product.residentIssuer(), product.residentClient(), clock);
        try (var main = product.connect();
                var keystore = product.connectToKeystore()) {
            var rows = new CopiedRows();
            var held = 0;
            for (var number = left.poll(); number != null; number = left.poll()) {
                var first = number % programs.size();
                var to = IntStream.range(0, DossierRecipe.GRANTS)
                        .mapToObj(next -> programs.get((first + next) % programs.size()))
                        .toList();
                try (var dossier = HeldDossier.begin()) {
                    var person = FIRST_PERSON + number;
                    var made = recipe.make(MadeUpLogins.number(person), logins.of(person), to);
                    rows.add(dossier.rows());
                    rows.add("public.bench_dossier", marker(number, first + 1, made));
                }
                held++;
                if (rows.waiting() > MOST_WAITING) {
                    rows.copy(keystore, main);
                    progress.made(held);
                    held = 0;
                }
            }
            rows.copy(keystore, main);
            progress.made(held);
        }
    }

    private static LinkedHashMap<String, Object> marker(int number, int program, DossierRecipe.Made made) {
        var row = new LinkedHashMap<String, Object>();
        row.put("number", number);
        row.put("program", program);
        row.put("grant_id", made.grant().value());
        row.put("entries", new HeldArray("uuid", made.entries().toArray(UUID[]::new)));
        return row;
    }

    /** Some of those that were made, spread evenly over all. */
    public List<Opening> openings(int most) {
        var openings = new ArrayList<Opening>();
        product.each(
                "SELECT program, grant_id, entries FROM public.bench_dossier ORDER BY hashint4(number) LIMIT " + most,
                row -> openings.add(new Opening(row.getInt(1), row.getObject(2, UUID.class), List.of((UUID[])
                        row.getArray(3).getArray()))));
        return openings;
    }

    /** How far it is, for who looks at the console. */
    private static final class Progress {

        private final int all;
        private final long begin = System.nanoTime();
        private final AtomicInteger made = new AtomicInteger();
        private long told = begin;

        Progress(int all) {
            this.all = all;
        }

        synchronized void made(int more) {
            var now = System.nanoTime();
            var done = made.addAndGet(more);
            if (now - told > TOLD_EACH || done == all) {
                told = now;
                var rate = done / ((now - begin) / 1e9);
                System.out.printf(
                        Locale.ROOT,
                        "  %,d of %,d dossiers, %.0f a second, %s to go%n",
                        done,
                        all,
                        rate,
                        Duration.ofSeconds((long) ((all - done) / rate)));
            }
        }
    }
}
