package nl.voorelkaar.consent.ledger;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.Grondslag;
import nl.voorelkaar.consent.LedgerEvent;
import nl.voorelkaar.consent.ResidentId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The emergencies of which a resident is not told yet, because the privacy officer put that off. */
record Withheld(List<Untold> untold) {

    /** @param party who opened it; of others nothing is held back but what is about this emergency */
    record Untold(UUID emergency, UUID party, Instant since) {}

    /** In the scope of this resident. */
    static Withheld now(JdbcClient jdbc, ResidentId resident, Instant now) {
        return new Withheld(jdbc.sql("""
                        SELECT emergency_id, party_id, asked_at FROM consent.emergency
                        WHERE resident_id = :resident AND delay_days > 0
                          AND coalesce(valid_from, asked_at) + delay_days * interval '24 hours' > :now""")
                .param("resident", resident.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new Untold(
                        row.getObject("emergency_id", UUID.class),
                        row.getObject("party_id", UUID.class),
                        row.getObject("asked_at", OffsetDateTime.class).toInstant()))
                .list());
    }

    boolean covers(Leaf.Facts line) {
        return untold.stream().anyMatch(emergency -> isAbout(emergency, line.event()) || isUseOf(emergency, line));
    }

    private static boolean isAbout(Untold emergency, LedgerEvent event) {
        return emergency.emergency.toString().equals(event.details().get("emergency"));
    }

    private static boolean isUseOf(Untold emergency, Leaf.Facts line) {
        var event = line.event();
        return !line.at().isBefore(emergency.since)
                && event.actor()
                        .filter(actor -> actor instanceof Actor.Professional professional
                                && professional.id().value().equals(emergency.party))
                        .isPresent()
                && (event.outcome() == LedgerEvent.Outcome.REFUSED
                        || event.ground()
                                .filter(Grondslag.VITAAL_BELANG::equals)
                                .isPresent());
    }
}
