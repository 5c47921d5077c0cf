package nl.voorelkaar.dossier.entry;

import java.util.Optional;
import java.util.UUID;
import nl.voorelkaar.consent.Belongings;
import nl.voorelkaar.consent.Handle;
import nl.voorelkaar.consent.ResidentId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Entries, documents and dossiers. Row-level security hides those of others, so a function of the schema's owner looks.
 */
@Component
class DossierBelongings implements Belongings {

    private final JdbcClient sql;

    DossierBelongings(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public Optional<ResidentId> owner(Handle handle) {
        return sql.sql("select owner from dossier.owner_of(:handle) as owner where owner is not null")
                .param("handle", handle.value())
                .query(UUID.class)
                .optional()
                .map(ResidentId::new);
    }
}
