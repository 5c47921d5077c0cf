package nl.voorelkaar.portal.resident.counter;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import nl.voorelkaar.consent.Deaths;
import nl.voorelkaar.consent.DeskOffice;
import nl.voorelkaar.consent.DeskOrder;
import nl.voorelkaar.consent.Face;
import nl.voorelkaar.consent.Ledger;
import nl.voorelkaar.consent.LedgerLine;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.dossier.Bsn;
import nl.voorelkaar.dossier.Residents;
import nl.voorelkaar.dossier.paper.Papers;
import nl.voorelkaar.portal.access.HouseSettings;
import nl.voorelkaar.portal.notice.LetterPost;
import nl.voorelkaar.portal.persons.PersonsRegister;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Each second: opens the dossiers of who came to the desk, does what was confirmed, and posts the letters about it to
 * the address that the register of persons has. A letter that cannot leave now is tried again; to somebody who died, as
 * that register says, none leaves.
 */
@Component
@Face.OnResident
class CounterPost {

    private static final Logger LOG = LoggerFactory.getLogger(CounterPost.class);
    private static final int MOST_LINES = 2_000;
    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final DeskOffice office;
    private final Residents residents;
    private final PersonsRegister register;
    private final Deaths deaths;
    private final Ledger ledger;
    private final Papers papers;
    private final LetterPost post;
    private final HouseSettings settings;
    private final Clock clock;
    private volatile Instant registerAgainAt = Instant.MIN;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("counter").factory());

    CounterPost(
            DeskOffice office,
            Residents residents,
            PersonsRegister register,
            Deaths deaths,
            Ledger ledger,
            Papers papers,
            LetterPost post,
            HouseSettings settings,
            Clock clock) {
        this.office = office;
        this.residents = residents;
        this.register = register;
        this.deaths = deaths;
        this.ledger = ledger;
        this.papers = papers;
        this.post = post;
        this.settings = settings;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        timer.scheduleWithFixedDelay(this::roundOrSayWhyNot, 1, 1, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        timer.shutdown();
    }

    private void roundOrSayWhyNot() {
        try {
            round();
        } catch (RuntimeException e) {
            LOG.error("What residents told the desk waits: {}", e.getClass().getSimpleName());
        }
    }

    /** @return how many letters left */
    int round() {
        if (!clock.instant().isBefore(registerAgainAt)) {
            residents.openRegistered(this::asked);
        }
        // What a plan needs was taken there before the code was sent: nothing is left to do elsewhere.
        office.carryOut(residents::nameOf, (resident, order) -> true);
        var left = 0;
        for (var letter : office.letters()) {
            if (send(letter)) {
                left++;
            }
        }
        return left;
    }

    /** A register without an answer is left alone for a while. */
    private Optional<Residents.Profile> asked(Bsn bsn) {
        var person = register.find(bsn);
        if (person.isEmpty()) {
            registerAgainAt = clock.instant().plus(PAUSE);
        }
        return person.map(found -> new Residents.Profile(found.name(), found.born(), Optional.empty()));
    }

    private boolean send(DeskOffice.Letter letter) {
        try {
            var to = residents.bsnOf(letter.act().resident()).flatMap(register::find);
            if (to.isEmpty()) {
                LOG.warn("A letter waits: the register of persons gave no address");
                return false;
            }
            if (to.get().died().isPresent()) {
                deaths.told(letter.act().resident(), to.get().died().get());
                return false;
            }
            var paper = new CounterLetter(
                            letter,
                            letter.what() == DeskOffice.What.LOG ? lines(letter) : List.of(),
                            settings.publicUrl().getHost(),
                            to.get().address(),
                            clock.instant())
                    .paper();
            post.send(letter.reference(), papers.print(paper).pdf());
            office.posted(letter);
            return true;
        } catch (LetterPost.NotTaken later) {
            LOG.warn("The post did not take a letter");
            return false;
        } catch (RuntimeException e) {
            LOG.error("A letter could not be made: {}", e.getClass().getName());
            return false;
        }
    }

    private List<LedgerLine> lines(DeskOffice.Letter letter) {
        if (!(letter.order() instanceof DeskOrder.SendLog(var from, var until))) {
            return List.of();
        }
        return lines(
                letter.act().resident(),
                new Ledger.Filter(
                        java.util.Set.of(),
                        Optional.empty(),
                        Optional.of(from),
                        Optional.of(until),
                        Optional.empty(),
                        200));
    }

    private List<LedgerLine> lines(ResidentId resident, Ledger.Filter filter) {
        var lines = new ArrayList<LedgerLine>();
        var next = Optional.<Long>empty();
        do {
            var page = ledger.forLetter(
                    resident,
                    new Ledger.Filter(filter.kinds(), filter.by(), filter.from(), filter.until(), next, filter.size()));
            lines.addAll(page.lines());
            next = page.next();
        } while (next.isPresent() && lines.size() < MOST_LINES);
        return lines;
    }
}
