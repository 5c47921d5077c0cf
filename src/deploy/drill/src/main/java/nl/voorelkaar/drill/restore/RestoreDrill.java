package nl.voorelkaar.drill.restore;

import java.io.IOException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.Grant;
import nl.voorelkaar.consent.Grants;
import nl.voorelkaar.consent.Ledger;
import nl.voorelkaar.consent.LedgerEvent;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.dossier.Dossiers;
import nl.voorelkaar.dossier.Entry;
import nl.voorelkaar.dossier.erasure.ErasureId;
import nl.voorelkaar.dossier.erasure.Erasures;
import nl.voorelkaar.drill.ground.Exercise;
import nl.voorelkaar.drill.ground.Ground;
import nl.voorelkaar.drill.site.Waiting;
import nl.voorelkaar.drill.small.Readers;
import nl.voorelkaar.drill.small.Services;
import nl.voorelkaar.drill.small.SmallSite;

/**
 * A main database that is put back to a second in the past, and a keystore that is lost: by the runbooks. Before that
 * second residents shared, and one stopped; after it another stopped, erased a section, and was read. Then: dossiers
 * open, the log verifies and goes on as witnesses know it, and nothing opens that somebody ended, before that second or
 * after.
 */
public final class RestoreDrill implements Exercise {

    private static final String NAME = "restore";
    private static final String FATIMA = "P01";
    private static final String KEES = "P09";
    /** To whom Fatima gave, and who is stopped after the second. */
    private static final String NURSE = "P13";
    /** To whom Kees gave, and who is stopped before it. */
    private static final String COLLEAGUE = "S3";

    private static final Section SHARED = Section.GEZONDHEID;
    private static final Section ERASED = Section.NETWERK;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Ground ground;

    /** @param ground where servers, copies and faces of its own are made */
    public RestoreDrill(Ground ground) {
        this.ground = ground;
    }

    @Override
    public void run() throws IOException {
        try (var site = SmallSite.start(ground)) {
            var moment = before(site);
            var seen = after(site);
            var begin = System.nanoTime();
            var steps = site.follows("restore.md", "Steps", Map.of("MOMENT", moment));
            ground.findings().tell(NAME, "put back, from the first command to the last", seconds(begin));
            steps.forEach((step, took) -> ground.findings().tell(NAME, step, seconds(took)));
            putBack(site, moment, seen);
            keystoreLost(site);
        }
    }

    /** @return the second to go back to */
    private String before(SmallSite site) {
        try (var home = site.residentServices();
                var work = site.workspaceServices()) {
            var fatima = site.residents(home).signIn(FATIMA);
            Readers.write(home, fatima, SHARED, "Vóór de storing");
            holds("before: who may read, reads", opens(work, site.staff(work).signIn(NURSE), fatima.id()));
        }
        Waiting.rest(Duration.ofSeconds(2));
        var moment = site.asks("SELECT to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS')") + "+00";
        Waiting.rest(Duration.ofSeconds(2));
        return moment;
    }

    /** @return how long the log was that witnesses saw */
    private long after(SmallSite site) {
        try (var home = site.residentServices();
                var work = site.workspaceServices()) {
            var fatima = site.residents(home).signIn(FATIMA);
            var nurse = site.staff(work).signIn(NURSE);
            Readers.write(home, fatima, SHARED, "Na de storing");
            opens(work, nurse, fatima.id());
            home.get(Grants.class)
                    .stop(fatima, Readers.grantTo(nurse, home, fatima).id(), Readers.SAID);
            var erasure = new ErasureId(UUID.randomUUID());
            home.get(Erasures.class).ask(fatima, erasure, Set.of(ERASED), Readers.SAID);
            home.get(Erasures.class).hasten(fatima, erasure);
            holds("before: who was stopped, does not read", !opens(work, nurse, fatima.id()));
        }
        Waiting.until("witnesses who saw the whole log", PATIENCE, () -> cosigned(site));
        return size(site);
    }

    private void putBack(SmallSite site, String moment, long seen) throws IOException {
        try (var home = site.residentServices();
                var work = site.workspaceServices()) {
            var fatima = site.residents(home).signIn(FATIMA);
            var kees = site.residents(home).signIn(KEES);
            var nurse = site.staff(work).signIn(NURSE);
            var mine = Readers.titles(home, fatima);
            holds("dossiers open: what was written before that second is there", mine.contains("Vóór de storing"));
            holds("it is that second: what was written after it is not there", !mine.contains("Na de storing"));
            holds(
                    "what was erased after it is erased again",
                    entries(home, fatima, ERASED).isEmpty());
            Readers.write(home, fatima, ERASED, "Opnieuw begonnen");
            holds(
                    "a section that was erased again takes new entries",
                    Readers.titles(home, fatima).contains("Opnieuw begonnen"));
            holds(
                    "nothing opens that was withdrawn before it",
                    !Readers.opens(work, site.staff(work).signIn(COLLEAGUE), kees.id(), Section.VERHAAL));
            holds("nothing opens that was withdrawn after it", !opens(work, nurse, fatima.id()));
            asAtThatSecond(site, home, work, fatima, nurse);
            holds("the log tells who read after that second", reads(home, fatima, moment) > 0);
        }
        Waiting.until("witnesses who saw the log go on", PATIENCE, () -> cosigned(site));
        holds("the log went on from what witnesses saw", size(site) > seen);
        var said = site.said("resident");
        holds(
                "no witness says that the log became shorter or another",
                Stream.of("is this database an older copy", "a security incident")
                        .noneMatch(said::contains));
    }

    /** The row of the grant as it was, which is how an older copy has it: then only the keys are in the way. */
    private void asAtThatSecond(
            SmallSite site, Services home, Services work, Actor.Resident fatima, Actor.Professional nurse) {
        var grant = "grant_id = (SELECT grant_id FROM consent.access_grant WHERE resident_id = '%s' AND party_id = '%s'"
                        .formatted(fatima.id(), nurse.id())
                + " ORDER BY state_since DESC LIMIT 1)";
        site.asks("UPDATE consent.access_grant SET state = 'ACTIEF' WHERE " + grant);
        holds(
                "nor when the database says, as it did at that second, that it is shared",
                Readers.grantTo(nurse, home, fatima).state() == Grant.State.ACTIEF && !opens(work, nurse, fatima.id()));
        site.asks("UPDATE consent.access_grant SET state = 'BEEINDIGD' WHERE " + grant);
    }

    private void keystoreLost(SmallSite site) throws IOException {
        try (var home = site.residentServices();
                var work = site.workspaceServices()) {
            var fatima = site.residents(home).signIn(FATIMA);
            var nurse = site.staff(work).signIn(NURSE);
            Readers.share(home, work, fatima, nurse, SHARED);
            holds("who was stopped can be given anew, and reads", opens(work, nurse, fatima.id()));
        }
        var begin = System.nanoTime();
        site.follows("restore.md", "When the keystore is lost", Map.of());
        ground.findings().tell(NAME, "a keystore that was lost, put back to its last moment", seconds(begin));
        try (var home = site.residentServices();
                var work = site.workspaceServices()) {
            var fatima = site.residents(home).signIn(FATIMA);
            var kees = site.residents(home).signIn(KEES);
            holds("after it: dossiers open", Readers.titles(home, fatima).contains("Opnieuw begonnen"));
            holds("after it: what is shared opens", opens(work, site.staff(work).signIn(NURSE), fatima.id()));
            holds(
                    "after it: what was withdrawn does not",
                    !Readers.opens(work, site.staff(work).signIn(COLLEAGUE), kees.id(), Section.VERHAAL));
        }
    }

    private static boolean opens(Services work, Actor.Professional actor, ResidentId resident) {
        return Readers.opens(work, actor, resident, SHARED);
    }

    private static List<Entry> entries(Services home, Actor.Resident actor, Section section) {
        return home.get(Dossiers.class).open(actor, actor.id(), Set.of(section)).sections().stream()
                .flatMap(one -> one.entries().stream())
                .toList();
    }

    /** How often somebody else read her dossier since then, as her log says. */
    private static long reads(Services home, Actor.Resident fatima, String moment) {
        var since = OffsetDateTime.parse(moment.replace(' ', 'T')).toInstant();
        return home.get(Ledger.class).read(fatima, Ledger.Filter.newest(200)).lines().stream()
                .filter(line ->
                        line.kind() == LedgerEvent.Kind.READ && line.at().isAfter(since))
                .count();
    }

    private static boolean cosigned(SmallSite site) {
        return site.asks("""
                SELECT NOT EXISTS (SELECT 1 FROM consent.audit_pending)
                   AND NOT EXISTS (
                    SELECT 1 FROM consent.log l WHERE l.size > 0 AND l.size > coalesce(
                        (SELECT min(most) FROM (SELECT max(size) AS most FROM consent.log_cosignature c
                                                WHERE c.log_id = l.log_id GROUP BY witness) AS each), 0))""").equals("t");
    }

    private static long size(SmallSite site) {
        return Long.parseLong(site.asks("SELECT sum(size) FROM consent.log"));
    }

    private void holds(String promise, boolean so) {
        ground.findings().check(NAME, promise, so ? "yes" : "no", so);
    }

    private static String seconds(long begin) {
        return seconds(Duration.ofNanos(System.nanoTime() - begin));
    }

    private static String seconds(Duration took) {
        return "%.1f s".formatted(took.toMillis() / 1000.0);
    }
}
