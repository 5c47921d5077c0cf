package nl.voorelkaar.drill.load;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import nl.voorelkaar.drill.site.Site;
import nl.voorelkaar.drill.site.Waiting;
import tools.jackson.databind.json.JsonMapper;

/**
 * Professionals who add something and read it back, residents who read their own dossier, and people who open the first
 * page, all the time. Each professional has a section of its own, with one request at a time, so that every line of the
 * log can be told to be of one request.
 */
public final class Load implements AutoCloseable {

    private static final Duration PACE = Duration.ofMillis(200);
    private static final Duration BREATH = Duration.ofMillis(20);
    private static final int READS_TO_ONE_WRITE = 20;
    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");
    private static final JsonMapper JSON = JsonMapper.shared();

    /** Has a grant of the resident below, to read and to add in these sections. */
    private static final String NURSE = "P13";

    private static final String NURSE_NAME = "Dilara Kaya";
    private static final List<String> SECTIONS = List.of("GEZONDHEID", "WONEN", "NETWERK", "DERDEN");
    private static final String RESIDENT = "P01";

    private final Account account = new Account();
    private final AtomicInteger numbers = new AtomicInteger();
    private final List<Thread> threads = new ArrayList<>();
    private final Site<?> site;
    private final Caller resident;
    private final ReadWriteLock rounds = new ReentrantReadWriteLock(true);
    private Instant reckonedUntil;
    private volatile boolean ending;

    private Load(Site<?> site) throws IOException {
        this.site = site;
        this.resident = Caller.resident(site, new Account(), RESIDENT);
        this.reckonedUntil = site.standIn().clock().instant();
    }

    /** Goes on until it is closed. */
    public static Load start(Site<?> site) throws IOException {
        var load = new Load(site);
        for (var section : SECTIONS) {
            var nurse = Nurse.of(site, load.account, section);
            load.run(PACE, () -> load.add(nurse), () -> load.read(nurse));
        }
        load.others();
        return load;
    }

    /** The same, but professionals read nearly all the time: at any moment somebody waits for an answer. */
    public static Load ofManyReads(Site<?> site) throws IOException {
        var load = new Load(site);
        for (var section : SECTIONS) {
            var nurse = Nurse.of(site, load.account, section);
            var round = new ArrayList<Runnable>(Collections.nCopies(READS_TO_ONE_WRITE, () -> load.read(nurse)));
            round.add(() -> load.add(nurse));
            load.run(BREATH, round.toArray(Runnable[]::new));
        }
        load.others();
        return load;
    }

    private void others() throws IOException {
        for (var reader = 0; reader < 2; reader++) {
            var reading = Caller.resident(site, account, RESIDENT);
            run(
                    PACE,
                    () -> reading.get("/api/v1/mijn/gegevens?aantal=5"),
                    () -> reading.get("/api/v1/mijn/toestemmingen"));
        }
        run(PACE, new Visitor(account, "resident", site.residents())::look);
        run(PACE, new Visitor(account, "workspace", site.workspace())::look);
    }

    /** @param place where what is open for this professional is read and added to */
    private record Nurse(Caller caller, String place, String section) {

        static Nurse of(Site<?> site, Account account, String section) throws IOException {
            var caller = Caller.professional(site, account, NURSE);
            var answer = caller.get("/api/v1/toegang").orElseThrow();
            return JSON.readTree(answer.body())
                    .required("toegang")
                    .valueStream()
                    .filter(one -> one.required("grondslag").asString().equals("TOESTEMMING"))
                    .map(one -> "/api/v1/toegang/" + one.required("id").asString() + "/gegevens")
                    .map(place -> new Nurse(caller, place, section))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** Between two requests of everybody. */
    public void between(Runnable work) {
        rounds.writeLock().lock();
        try {
            work.run();
        } finally {
            rounds.writeLock().unlock();
        }
    }

    public Account account() {
        return account;
    }

    private void run(Duration pace, Runnable... round) {
        threads.add(Thread.ofPlatform().name("load").start(() -> {
            while (!ending) {
                for (var part : round) {
                    rounds.readLock().lock();
                    try {
                        part.run();
                    } finally {
                        rounds.readLock().unlock();
                    }
                    Waiting.rest(pace);
                }
            }
        }));
    }

    /** Until it is known, as a program would: the same key does nothing twice. */
    private void add(Nurse nurse) {
        var title = "Bezoek " + numbers.incrementAndGet();
        var text = "Wat wij deden. " + UUID.randomUUID();
        var key = UUID.randomUUID().toString();
        var body = JSON.createObjectNode()
                .put("onderdeel", nurse.section)
                .put("titel", title)
                .put("tekst", text)
                .put(
                        "datum",
                        LocalDate.ofInstant(site.standIn().clock().instant(), AMSTERDAM)
                                .toString())
                .toString();
        for (var known = false; !known && !ending; ) {
            var added = nurse.caller.post(nurse.place, key, body);
            added.map(answer -> JSON.readTree(answer.body()).required("id").asString())
                    .ifPresent(id -> account.wrote(new Account.Write(id, title, text)));
            known = added.isPresent();
            if (!known) {
                Waiting.rest(PACE);
            }
        }
    }

    private void read(Nurse nurse) {
        account.asksToRead();
        var read = nurse.caller
                .get(nurse.place + "?aantal=5&onderdeel=" + nurse.section)
                .map(answer -> new Account.Read(NURSE_NAME, nurse.section, answer.asked(), answer.answered()));
        account.read(read);
        if (read.isEmpty()) {
            Waiting.rest(PACE);
        }
    }

    /**
     * Between two requests of everybody.
     *
     * @return what the resident finds, held against the account: all writes, and the reads since the last reckoning
     */
    public Reckoning reckon() {
        var found = new ArrayList<Reckoning>();
        between(() -> {
            var now = site.standIn().clock().instant();
            found.add(Reckoning.of(account, resident, reckonedUntil));
            reckonedUntil = now;
        });
        return found.getFirst();
    }

    @Override
    public void close() {
        ending = true;
        for (var thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
