package nl.voorelkaar.dossier.vault;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Set;
import nl.voorelkaar.consent.EmergencyId;
import nl.voorelkaar.consent.PartyId;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Section;

/**
 * Who may reach into the municipal file in an emergency, in the broker's own database, to the moment: like a statutory
 * lease, but for hours.
 */
final class EmergencyLeases {

    private final BrokerDatabase keystore;
    private final Clock clock;

    EmergencyLeases(BrokerDatabase keystore, Clock clock) {
        this.keystore = keystore;
        this.clock = clock;
    }

    /** What this professional may reach at this moment; empty without an emergency that lasts. */
    Set<Section> sections(ResidentId resident, PartyId party) {
        var sections = EnumSet.noneOf(Section.class);
        keystore.sql()
                .sql("""
                        select sections from keystore.emergency_lease
                        where resident_id = :resident and party_id = :party and ends_at > :now
                        """)
                .param("resident", resident.value())
                .param("party", party.value())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, n) -> sections.addAll(Sql.sections(row.getArray(1))))
                .list();
        return sections;
    }

    void begin(ResidentId resident, EmergencyId emergency, PartyId party, Set<Section> sections, Instant until) {
        keystore.sql()
                .sql("""
                        insert into keystore.emergency_lease (resident_id, emergency_id, party_id, sections, ends_at)
                        values (:resident, :emergency, :party, :sections, :until) on conflict do nothing
                        """)
                .param("resident", resident.value())
                .param("emergency", emergency.value())
                .param("party", party.value())
                .param("sections", Sql.sections(sections))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Nothing when it is gone: what ended does not come back. */
    void extend(ResidentId resident, EmergencyId emergency, Instant until) {
        keystore.sql()
                .sql("""
                        update keystore.emergency_lease set ends_at = :until
                        where resident_id = :resident and emergency_id = :emergency
                        """)
                .param("until", until.atOffset(ZoneOffset.UTC))
                .param("resident", resident.value())
                .param("emergency", emergency.value())
                .update();
    }

    void end(ResidentId resident, EmergencyId emergency) {
        keystore.sql()
                .sql("""
                        delete from keystore.emergency_lease
                        where resident_id = :resident and emergency_id = :emergency
                        """)
                .param("resident", resident.value())
                .param("emergency", emergency.value())
                .update();
    }

    void endPassed() {
        keystore.sql()
                .sql("delete from keystore.emergency_lease where ends_at <= :now")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
