package nl.voorelkaar.consent.watch;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.voorelkaar.consent.AccessRefused;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.AssuranceLevel;
import nl.voorelkaar.consent.Breach;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.Decision;
import nl.voorelkaar.consent.Emergencies;
import nl.voorelkaar.consent.Justification;
import nl.voorelkaar.consent.Parties;
import nl.voorelkaar.consent.PartyId;
import nl.voorelkaar.consent.PrivacyWatch;
import nl.voorelkaar.consent.Role;
import nl.voorelkaar.consent.Sealing;
import nl.voorelkaar.consent.scope.TransactionScope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class WatchDesk implements PrivacyWatch {

    private final JdbcClient jdbc;
    private final TransactionScope scope;
    private final Sealing sealing;
    private final Parties parties;
    private final Clock clock;

    WatchDesk(JdbcClient jdbc, TransactionScope scope, Sealing sealing, Parties parties, Clock clock) {
        this.jdbc = jdbc;
        this.scope = scope;
        this.sealing = sealing;
        this.parties = parties;
        this.clock = clock;
    }

    private record Counted(PartyId by, LocalDate day, int dossiers, int odd, int refused, int asked, int near) {}

    @Override
    @Transactional(readOnly = true)
    public List<DayOfUse> standsOut(Actor.Professional officer) {
        enter(officer);
        var counted = jdbc.sql("""
                        SELECT party_id, day, count(DISTINCT whose) FILTER (WHERE looked > 0) AS dossiers,
                               count(DISTINCT whose) FILTER (WHERE looked > 0 AND odd) AS odd, sum(refused) AS refused,
                               count(DISTINCT whose) FILTER (WHERE asked > 0) AS asked,
                               count(DISTINCT whose) FILTER (WHERE near > 0) AS near
                        FROM consent.use_count WHERE day >= :since GROUP BY party_id, day
                        HAVING count(DISTINCT whose) FILTER (WHERE looked > 0) >= :many
                            OR count(*) FILTER (WHERE looked > 0 AND odd) > 0 OR sum(refused) >= :refusals
                            OR sum(asked) > 0 OR sum(near) > 0
                        ORDER BY day DESC, party_id LIMIT 500""")
                .param("since", oldest())
                .param("many", MANY_DOSSIERS)
                .param("refusals", MANY_REFUSALS)
                .query((row, number) -> new Counted(
                        new PartyId(row.getObject("party_id", UUID.class)),
                        row.getObject("day", LocalDate.class),
                        row.getInt("dossiers"),
                        row.getInt("odd"),
                        row.getInt("refused"),
                        row.getInt("asked"),
                        row.getInt("near")))
                .list();
        var names = parties.find(counted.stream().map(Counted::by).distinct().toList());
        return counted.stream()
                .filter(day -> names.containsKey(day.by))
                .map(day -> new DayOfUse(
                        names.get(day.by), day.day, day.dossiers, day.odd, day.refused, day.asked, day.near))
                .toList();
    }

    @Override
    @Transactional
    public int forget() {
        scope.enterDueWork();
        return jdbc.sql("DELETE FROM consent.use_count WHERE day < :oldest")
                .param("oldest", oldest())
                .update();
    }

    private LocalDate oldest() {
        return CalendarDays.dayOf(clock.instant().minus(KEPT));
    }

    @Override
    @Transactional(readOnly = true)
    public List<FoundBreach> found(Actor.Professional officer) {
        enter(officer);
        return jdbc.sql("""
                        SELECT breach_id, words, known_at, report_before, reported, closed_at, closed_words
                        FROM consent.found_breach
                        ORDER BY (closed_at IS NULL) DESC, report_before, breach_id LIMIT 200""")
                .query((row, number) -> {
                    var id = row.getObject("breach_id", UUID.class);
                    var closedAt = Optional.ofNullable(row.getObject("closed_at", OffsetDateTime.class));
                    var words = Optional.ofNullable(row.getBytes("closed_words"));
                    var reported = row.getBoolean("reported");
                    return new FoundBreach(
                            id,
                            open(id, "words", row.getBytes("words")),
                            row.getObject("known_at", OffsetDateTime.class).toInstant(),
                            row.getObject("report_before", OffsetDateTime.class).toInstant(),
                            closedAt.map(at -> new Breach.Closing(
                                    reported, at.toInstant(), open(id, "closed_words", words.orElseThrow()))));
                })
                .list();
    }

    @Override
    @Transactional
    public void found(Actor.Professional officer, UUID id, Justification what) {
        enter(officer);
        var now = now();
        jdbc.sql("""
                        INSERT INTO consent.found_breach (breach_id, found_by, known_at, report_before, words)
                        VALUES (:id, :officer, :now, :before, :words) ON CONFLICT (breach_id) DO NOTHING""")
                .param("id", id)
                .param("officer", officer.id().value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("before", now.plus(Emergencies.TO_REPORT).atOffset(ZoneOffset.UTC))
                .param("words", seal(id, "words", what))
                .update();
    }

    @Override
    @Transactional
    public void close(Actor.Professional officer, UUID id, boolean reported, Justification words) {
        enter(officer);
        jdbc.sql("""
                        UPDATE consent.found_breach
                        SET reported = :reported, closed_at = :now, closed_by = :officer, closed_words = :words
                        WHERE breach_id = :id AND closed_at IS NULL""")
                .param("reported", reported)
                .param("now", now().atOffset(ZoneOffset.UTC))
                .param("officer", officer.id().value())
                .param("words", seal(id, "closed_words", words))
                .param("id", id)
                .update();
    }

    private byte[] seal(UUID id, String column, Justification text) {
        return sealing.seal(
                Sealing.Kind.DIRECTORY, id, context(id, column), text.text().getBytes(StandardCharsets.UTF_8));
    }

    private Justification open(UUID id, String column, byte[] sealed) {
        return new Justification(new String(
                sealing.open(Sealing.Kind.DIRECTORY, id, context(id, column), sealed), StandardCharsets.UTF_8));
    }

    private static String context(UUID id, String column) {
        return "consent.found_breach/" + id + "/" + column;
    }

    private void enter(Actor.Professional officer) {
        if (officer.role() != Role.FG) {
            throw new AccessRefused(Decision.Reason.NO_GROUND);
        }
        if (!officer.level().atLeast(AssuranceLevel.REQUIRED)) {
            throw new AccessRefused(Decision.Reason.ASSURANCE_TOO_LOW);
        }
        scope.enter(officer);
        scope.enterReview();
    }

    /** As precise as the database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
