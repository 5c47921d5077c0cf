package nl.voorelkaar.portal.persons;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.Deaths;
import nl.voorelkaar.consent.Face;
import nl.voorelkaar.consent.PersonId;
import nl.voorelkaar.consent.Representations;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.dossier.Bsn;
import nl.voorelkaar.dossier.Residents;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Hears from the register of persons what changed about who has a dossier: that somebody died, or that somebody else
 * has gezag. On the resident face, because no other one opens numbers. Whose address is secret is asked each time, and
 * needs no telling.
 *
 * <p>What is heard twice is done once, so a node that stops halfway leaves no more than work to be done again; the day
 * from which is asked moves on only when all was done.
 */
@Component
@Face.OnResident
public class RegisterWatch {

    private static final Logger LOG = LoggerFactory.getLogger(RegisterWatch.class);
    private static final Duration REST = Duration.ofHours(1);

    private final PersonsRegister register;
    private final Residents residents;
    private final Deaths deaths;
    private final Representations representations;
    private final JdbcClient jdbc;
    private final Clock clock;

    RegisterWatch(
            PersonsRegister register,
            Residents residents,
            Deaths deaths,
            Representations representations,
            JdbcClient jdbc,
            Clock clock) {
        this.register = register;
        this.residents = residents;
        this.deaths = deaths;
        this.representations = representations;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Asks once an hour, whoever asks. @return about how many residents something was heard that matters here */
    public int round() {
        var now = clock.instant();
        var turn = jdbc.sql("""
                        INSERT INTO portal.register_asked AS asked (since, again_at) VALUES (:today, :again)
                        ON CONFLICT (one) DO UPDATE SET again_at = excluded.again_at
                        WHERE asked.again_at <= :now OR asked.again_at > :again""")
                .param("today", CalendarDays.dayOf(now))
                .param("again", now.plus(REST).atOffset(ZoneOffset.UTC))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        return turn == 1 ? ask(now) : 0;
    }

    int ask(Instant now) {
        residents.follow(register::follow);
        var since = jdbc.sql("SELECT since FROM portal.register_asked")
                .query(LocalDate.class)
                .single();
        var changed = register.changedSince(since);
        var heard = 0;
        var all = changed.isPresent();
        for (var number : changed.orElse(List.of())) {
            var answer = heard(number);
            all &= answer.isPresent();
            heard += answer.filter(Boolean::booleanValue).isPresent() ? 1 : 0;
        }
        if (all) {
            jdbc.sql("UPDATE portal.register_asked SET since = :today WHERE since < :today")
                    .param("today", CalendarDays.dayOf(now))
                    .update();
        }
        return heard;
    }

    /** @return whether it mattered; empty when it is to be asked again */
    private Optional<Boolean> heard(Bsn number) {
        try {
            var resident = residents.known(number);
            return resident.isEmpty()
                    ? Optional.of(false)
                    : register.now(number).map(now -> heard(resident.get(), now));
        } catch (RuntimeException e) {
            LOG.error(
                    "What the register of persons told is asked again: {}",
                    e.getClass().getName());
            return Optional.empty();
        }
    }

    private boolean heard(ResidentId resident, PersonsRegister.Now now) {
        if (now.died().isPresent()) {
            var news = deaths.of(resident).isEmpty();
            deaths.told(resident, now.died().get());
            return news;
        }
        return now.gezag()
                .filter(holders -> representations.gezagIsWith(resident, persons(holders)))
                .isPresent();
    }

    /** @return nobody when one of them was never named here: then the desk wrote down somebody else */
    private Set<PersonId> persons(List<Bsn> numbers) {
        var persons = new HashSet<PersonId>();
        for (var number : numbers) {
            var known = residents.known(number);
            if (known.isEmpty()) {
                return Set.of();
            }
            persons.add(PersonId.of(known.get()));
        }
        return persons;
    }
}
