package nl.voorelkaar.dossier.resident;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.Face;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.RowScope;
import nl.voorelkaar.consent.Sealing;
import nl.voorelkaar.dossier.NoticePhones;
import nl.voorelkaar.dossier.PhoneNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Face.OnResident
class SealedPhones implements NoticePhones {

    private final JdbcClient sql;
    private final RowScope rows;
    private final Sealing sealing;
    private final Clock clock;

    SealedPhones(JdbcClient sql, RowScope rows, Sealing sealing, Clock clock) {
        this.sql = sql;
        this.rows = rows;
        this.sealing = sealing;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<PhoneNumber> of(ResidentId resident) {
        rows.enter(resident);
        return sql.sql("select phone from dossier.resident where resident_id = :resident and phone is not null")
                .param("resident", resident.value())
                .query((row, n) -> PhoneNumber.of(new String(
                        sealing.open(Sealing.Kind.PROFILE, resident.value(), context(resident), row.getBytes(1)),
                        UTF_8)))
                .optional();
    }

    @Override
    @Transactional
    public void choose(Actor.Resident actor, Optional<PhoneNumber> number) {
        rows.enter(actor.id());
        var sealed = number.map(chosen -> sealing.seal(
                Sealing.Kind.PROFILE,
                actor.id().value(),
                context(actor.id()),
                chosen.revealDigits().getBytes(UTF_8)));
        sql.sql("update dossier.resident set phone = :phone, changed_at = :now where resident_id = :resident")
                .param("phone", sealed.orElse(null), java.sql.Types.BINARY)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("resident", actor.id().value())
                .update();
    }

    private static String context(ResidentId resident) {
        return "dossier.resident/" + resident + "/phone";
    }
}
