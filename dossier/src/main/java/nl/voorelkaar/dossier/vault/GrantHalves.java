package nl.voorelkaar.dossier.vault;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.voorelkaar.consent.GrantId;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.dossier.vault.custody.Kek;
import org.jspecify.annotations.Nullable;

/**
 * What the keystore has of one grant, asked in one question each time that the grant is opened: the lease, the private
 * keys of grantees, and the parts of the section keys. All of it is still wrapped.
 */
final class GrantHalves {

    private final BrokerDatabase keystore;
    private final KeyParts parts;

    GrantHalves(BrokerDatabase keystore, KeyParts parts) {
        this.keystore = keystore;
        this.parts = parts;
    }

    /** @param lease empty when the grant was ended, or is on hold */
    record Halves(Optional<BranchKeys.Wrapped> lease, Map<ByteBuffer, BranchKeys.Wrapped> seeds, KeyParts.Held parts) {

        Optional<BranchKeys.Wrapped> seed(byte[] keyId) {
            return Optional.ofNullable(seeds.get(ByteBuffer.wrap(keyId)));
        }
    }

    Halves of(ResidentId resident, GrantId grant, Collection<byte[]> keyIds, Set<Section> sections) {
        var found = new Found(parts.nothingOf(resident));
        keystore.sql()
                .sql("""
                        select 'lease' as kind, null::bytea as key_id, null::smallint as number,
                               null::integer as first_epoch, null::integer as last_epoch, branch_version, wrapped
                        from keystore.grant_lease
                        where resident_id = :resident and grant_id = :grant and kek = :kek
                        union all
                        select 'seed', key_id, null, null, null, branch_version, wrapped
                        from keystore.grantee_seed where key_id = any(:keys)
                        union all
                        select 'part', null, number, first_epoch, last_epoch, branch_version, wrapped
                        from keystore.key_part where resident_id = :resident and number = any(:numbers)
                        """)
                .param("resident", resident.value())
                .param("grant", grant.value())
                .param("kek", Kek.MUNICIPAL.number())
                .param("keys", keyIds.toArray(byte[][]::new))
                .param("numbers", Sql.sections(sections))
                .query(found::add);
        return new Halves(Optional.ofNullable(found.lease), found.seeds, found.parts);
    }

    private static final class Found {

        private final KeyParts.Held parts;
        private final Map<ByteBuffer, BranchKeys.Wrapped> seeds = new HashMap<>();
        private BranchKeys.@Nullable Wrapped lease;

        Found(KeyParts.Held parts) {
            this.parts = parts;
        }

        void add(ResultSet row) throws SQLException {
            switch (row.getString("kind")) {
                case "lease" -> lease = wrapped(row);
                case "seed" -> seeds.put(ByteBuffer.wrap(row.getBytes("key_id")), wrapped(row));
                default -> parts.add(row);
            }
        }

        private static BranchKeys.Wrapped wrapped(ResultSet row) throws SQLException {
            return new BranchKeys.Wrapped(row.getInt("branch_version"), row.getBytes("wrapped"));
        }
    }
}
