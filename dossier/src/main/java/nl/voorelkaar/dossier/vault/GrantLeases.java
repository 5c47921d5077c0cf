package nl.voorelkaar.dossier.vault;

import java.time.LocalDate;
import java.util.Optional;
import nl.voorelkaar.consent.GrantId;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.dossier.vault.custody.Kek;
import nl.voorelkaar.dossier.vault.envelope.Cobblestone;
import nl.voorelkaar.dossier.vault.envelope.SecretKeyBytes;

/**
 * The part of a grant's outer lock that exists as long as the resident wants. A lease that holds is wrapped for both
 * faces; one on hold for the resident face only, so that a pause does not depend on the workspace's good behaviour
 * either.
 */
final class GrantLeases {

    private static final int AT_ONCE = 10_000;

    private final BrokerDatabase keystore;
    private final BranchKeys branches;
    private final Contexts contexts;

    GrantLeases(BrokerDatabase keystore, BranchKeys branches, Contexts contexts) {
        this.keystore = keystore;
        this.branches = branches;
        this.contexts = contexts;
    }

    void begin(ResidentId resident, GrantId grant, SecretKeyBytes lease, LocalDate lastDay) {
        var wrapped = branches.wrap(Kek.MUNICIPAL, resident.value(), lease, contexts.lease(resident, grant));
        keystore.sql()
                .sql("""
                        insert into keystore.grant_lease
                            (resident_id, grant_id, kek, branch_version, suite, wrapped, last_day)
                        values (:resident, :grant, :kek, :branch, :suite, :wrapped, :lastDay)
                        """)
                .param("resident", resident.value())
                .param("grant", grant.value())
                .param("kek", Kek.MUNICIPAL.number())
                .param("branch", wrapped.branchVersion())
                .param("suite", Cobblestone.SUITE)
                .param("wrapped", wrapped.bytes())
                .param("lastDay", lastDay)
                .update();
    }

    /** @param wrapped a lease that holds. The caller wipes what comes out */
    SecretKeyBytes unwrap(ResidentId resident, GrantId grant, BranchKeys.Wrapped wrapped) {
        return branches.unwrap(Kek.MUNICIPAL, resident.value(), wrapped, contexts.lease(resident, grant));
    }

    private Optional<SecretKeyBytes> find(ResidentId resident, GrantId grant, Kek kek) {
        return keystore.sql()
                .sql("""
                        select branch_version, wrapped from keystore.grant_lease
                        where resident_id = :resident and grant_id = :grant and kek = :kek
                        """)
                .param("resident", resident.value())
                .param("grant", grant.value())
                .param("kek", kek.number())
                .query((row, n) -> branches.unwrap(
                        kek,
                        resident.value(),
                        new BranchKeys.Wrapped(row.getInt(1), row.getBytes(2)),
                        contexts.lease(resident, grant)))
                .optional();
    }

    void pause(ResidentId resident, GrantId grant) {
        move(resident, grant, Kek.MUNICIPAL, Kek.OWN);
    }

    void resume(ResidentId resident, GrantId grant) {
        move(resident, grant, Kek.OWN, Kek.MUNICIPAL);
    }

    /** Wraps again under the newest branch key of the KEK that it is under now. */
    void rewrap(ResidentId resident, GrantId grant, Kek kek) {
        move(resident, grant, kek, kek);
    }

    private void move(ResidentId resident, GrantId grant, Kek from, Kek to) {
        find(resident, grant, from).ifPresent(lease -> {
            try (lease) {
                var wrapped = branches.wrap(to, resident.value(), lease, contexts.lease(resident, grant));
                keystore.sql()
                        .sql("""
                                update keystore.grant_lease set kek = :to, branch_version = :branch, wrapped = :wrapped
                                where resident_id = :resident and grant_id = :grant and kek = :from
                                """)
                        .param("to", to.number())
                        .param("branch", wrapped.branchVersion())
                        .param("wrapped", wrapped.bytes())
                        .param("resident", resident.value())
                        .param("grant", grant.value())
                        .param("from", from.number())
                        .update();
            }
        });
    }

    void end(ResidentId resident, GrantId grant) {
        keystore.sql()
                .sql("delete from keystore.grant_lease where resident_id = :resident and grant_id = :grant")
                .param("resident", resident.value())
                .param("grant", grant.value())
                .update();
    }

    /**
     * A part at a time, each committed: the key of the day is gone already, and a million rows are not one transaction.
     */
    void endPassed(LocalDate today) {
        while (endSome(today) == AT_ONCE) {}
    }

    private int endSome(LocalDate today) {
        return keystore.sql()
                .sql("""
                        delete from keystore.grant_lease where (resident_id, grant_id) in (
                            select resident_id, grant_id from keystore.grant_lease where last_day < :today limit :most)
                        """)
                .param("today", today)
                .param("most", AT_ONCE)
                .update();
    }
}
