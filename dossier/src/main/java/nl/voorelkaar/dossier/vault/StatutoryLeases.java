package nl.voorelkaar.dossier.vault;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.PartyId;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Section;

/**
 * Who may reach into the municipal file by law, in the broker's own database: a decision by the application alone does
 * not reach the municipal root key.
 */
final class StatutoryLeases {

    private final BrokerDatabase keystore;
    private final Clock clock;

    StatutoryLeases(BrokerDatabase keystore, Clock clock) {
        this.keystore = keystore;
        this.clock = clock;
    }

    /** What this professional may reach today; empty without an assignment. */
    Set<Section> sections(ResidentId resident, PartyId party) {
        var sections = EnumSet.noneOf(Section.class);
        keystore.sql()
                .sql("""
                        select sections from keystore.statutory_lease
                        where resident_id = :resident and party_id = :party and last_day >= :today
                        """)
                .param("resident", resident.value())
                .param("party", party.value())
                .param("today", CalendarDays.dayOf(clock.instant()))
                .query((row, n) -> sections.addAll(Sql.sections(row.getArray(1))))
                .list();
        return sections;
    }

    void begin(ResidentId resident, UUID assignment, PartyId party, Set<Section> sections, LocalDate lastDay) {
        keystore.sql()
                .sql("""
                        insert into keystore.statutory_lease (resident_id, assignment_id, party_id, sections, last_day)
                        values (:resident, :assignment, :party, :sections, :lastDay) on conflict do nothing
                        """)
                .param("resident", resident.value())
                .param("assignment", assignment)
                .param("party", party.value())
                .param("sections", Sql.sections(sections))
                .param("lastDay", lastDay)
                .update();
    }

    void end(ResidentId resident, UUID assignment) {
        keystore.sql()
                .sql(
                        "delete from keystore.statutory_lease where resident_id = :resident and assignment_id = :assignment")
                .param("resident", resident.value())
                .param("assignment", assignment)
                .update();
    }

    void endPassed(LocalDate today) {
        keystore.sql()
                .sql("delete from keystore.statutory_lease where last_day < :today")
                .param("today", today)
                .update();
    }
}
