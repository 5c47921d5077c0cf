package nl.voorelkaar.consent.casework;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.voorelkaar.consent.PartyId;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.decision.Statute;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whom a resident refused by name. In the scope and the transaction of the caller. */
@Component
class RefusedPersons {

    private final JdbcClient jdbc;

    RefusedPersons(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Set<Statute> tasks(ResidentId resident, PartyId party) {
        return jdbc
                .sql("SELECT statute FROM consent.refused_person WHERE resident_id = :resident AND party_id = :party")
                .param("resident", resident.value())
                .param("party", party.value())
                .query(String.class)
                .list()
                .stream()
                .map(Statute::cited)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
    }

    void refuse(ResidentId resident, PartyId party, String statute, Instant now) {
        jdbc.sql("""
                        INSERT INTO consent.refused_person (resident_id, party_id, statute, refused_at)
                        VALUES (:resident, :party, :statute, :now) ON CONFLICT DO NOTHING""")
                .param("resident", resident.value())
                .param("party", party.value())
                .param("statute", statute)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }
}
