package nl.voorelkaar.consent.mandate;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.voorelkaar.consent.ConsentEvent;
import nl.voorelkaar.consent.GrantId;
import nl.voorelkaar.consent.HelpWithOneThing;
import nl.voorelkaar.consent.LedgerEvent;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.consent.Thing;
import nl.voorelkaar.consent.UuidV7;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** On both faces: the workspace sees no name, no code and no other mandate, and can do nothing with one but end it. */
@Component
class BoundaryBook implements HelpWithOneThing {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    BoundaryBook(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    private record Ended(UUID mandate, Optional<UUID> keys, Optional<UUID> person, Section section, int version) {}

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public List<LedgerEvent> ended(ResidentId resident, Thing thing) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var lines = new ArrayList<LedgerEvent>();
        for (var one : end(resident, thing, now)) {
            record(resident, one, now);
            one.keys()
                    .ifPresent(keys -> events.publishEvent(new ConsentEvent.BoundedEnded(resident, new GrantId(keys))));
            lines.add(new LedgerEvent(
                    resident,
                    LedgerEvent.Kind.MANDATE_ENDED_WITH_IT,
                    Optional.empty(),
                    Set.of(one.section()),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    LedgerEvent.Outcome.DONE,
                    one.person()
                            .map(person -> Map.of(
                                    "mandate", one.mandate().toString(),
                                    "thing", thing.toString(),
                                    "person", person.toString()))
                            .orElseGet(() -> Map.of("mandate", one.mandate().toString(), "thing", thing.toString()))));
        }
        return lines;
    }

    private List<Ended> end(ResidentId resident, Thing thing, Instant now) {
        return jdbc.sql("""
                        UPDATE consent.mandate SET state = 'VERLOPEN', state_since = :now, code = NULL
                        WHERE resident_id = :resident AND thing_id = :thing
                          AND state IN ('UITGENODIGD', 'GEACCEPTEERD', 'ACTIEF')
                        RETURNING mandate_id, keys_id, person_id, thing_section, version""")
                .param("resident", resident.value())
                .param("thing", thing.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new Ended(
                        row.getObject("mandate_id", UUID.class),
                        Optional.ofNullable(row.getObject("keys_id", UUID.class)),
                        Optional.ofNullable(row.getObject("person_id", UUID.class)),
                        Section.ofNumber(row.getInt("thing_section")),
                        row.getInt("version")))
                .list();
    }

    private void record(ResidentId resident, Ended one, Instant now) {
        jdbc.sql("""
                        INSERT INTO consent.mandate_record (resident_id, mandate_id, record_id, version, state, scopes,
                            last_day, recorded_at)
                        VALUES (:resident, :mandate, :record, :version, 'VERLOPEN', '{}', :day, :now)""")
                .param("resident", resident.value())
                .param("mandate", one.mandate())
                .param("record", UuidV7.at(now))
                .param("version", one.version())
                .param("day", LocalDate.ofInstant(now, nl.voorelkaar.consent.CalendarDays.AMSTERDAM))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }
}
