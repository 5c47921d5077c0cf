package nl.voorelkaar.consent.attempt;

import java.util.Optional;
import java.util.UUID;
import nl.voorelkaar.consent.Belongings;
import nl.voorelkaar.consent.Handle;
import nl.voorelkaar.consent.ResidentId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Requests, grants and assignments. Row-level security hides those of others, so a function of the schema's owner
 * looks.
 */
@Component
class ConsentBelongings implements Belongings {

    private final JdbcClient jdbc;

    ConsentBelongings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<ResidentId> owner(Handle handle) {
        return jdbc.sql("SELECT owner FROM consent.owner_of(:handle) AS owner WHERE owner IS NOT NULL")
                .param("handle", handle.value())
                .query(UUID.class)
                .optional()
                .map(ResidentId::new);
    }
}
