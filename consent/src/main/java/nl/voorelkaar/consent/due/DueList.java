package nl.voorelkaar.consent.due;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.scope.TransactionScope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The only place where a background job sees more than one resident: a list of ids and times. Nobody bypasses row-level
 * security; a job may look at this list, and then enters the scope of one resident at a time.
 */
@Component
public class DueList {

    /** In one look. */
    static final int AT_MOST = 500;

    private final JdbcClient jdbc;
    private final TransactionScope scope;

    DueList(JdbcClient jdbc, TransactionScope scope) {
        this.jdbc = jdbc;
        this.scope = scope;
    }

    /** In the caller's transaction and scope. */
    public void add(DueKind kind, ResidentId resident, UUID subject, Instant at) {
        jdbc.sql("""
                        INSERT INTO consent.due (resident_id, kind, subject_id, due_at)
                        VALUES (:resident, :kind, :subject, :at)""")
                .param("resident", resident.value())
                .param("kind", kind.name())
                .param("subject", subject)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** In the caller's transaction and scope. */
    public void drop(DueKind kind, ResidentId resident, UUID subject) {
        take(new Item(resident, kind, subject));
    }

    /** In the caller's transaction and scope. */
    public void move(DueKind kind, ResidentId resident, UUID subject, Instant at) {
        drop(kind, resident, subject);
        add(kind, resident, subject, at);
    }

    List<Item> due(Set<DueKind> kinds, Instant now) {
        scope.enterDueWork();
        return jdbc.sql("""
                        SELECT resident_id, kind, subject_id FROM consent.due
                        WHERE kind IN (:kinds) AND due_at <= :now ORDER BY due_at LIMIT :limit""")
                .param("kinds", kinds.stream().map(DueKind::name).toList())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("limit", AT_MOST)
                .query((row, number) -> new Item(
                        new ResidentId(row.getObject("resident_id", UUID.class)),
                        DueKind.valueOf(row.getString("kind")),
                        row.getObject("subject_id", UUID.class)))
                .list();
    }

    /** @return false when another node took it */
    boolean take(Item item) {
        return jdbc.sql("""
                                DELETE FROM consent.due
                                WHERE resident_id = :resident AND kind = :kind AND subject_id = :subject""")
                        .param("resident", item.resident.value())
                        .param("kind", item.kind.name())
                        .param("subject", item.subject)
                        .update()
                == 1;
    }

    record Item(ResidentId resident, DueKind kind, UUID subject) {}
}
