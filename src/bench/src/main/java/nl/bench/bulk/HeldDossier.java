package nl.bench.bulk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rows of one dossier that is being made on one thread, by table, in the order in which they were written. */
final class HeldDossier implements AutoCloseable {

    /** What is about one resident and nobody else, in either database. */
    static final Set<String> TABLES = Set.of(
            "consent.access_grant",
            "consent.access_request",
            "consent.asking",
            "consent.audit_pending",
            "consent.birthday",
            "consent.case_assignment",
            "consent.consent_record",
            "consent.death",
            "consent.due",
            "consent.emergency",
            "consent.ledger_entry",
            "consent.ledger_head",
            "consent.relation",
            "consent.representation",
            "consent.restriction",
            "dossier.audit_key",
            "dossier.audit_window",
            "dossier.entry",
            "dossier.entry_change",
            "dossier.entry_version",
            "dossier.grant_box",
            "dossier.grant_secret",
            "dossier.grant_section_key",
            "dossier.name_label",
            "dossier.resident",
            "dossier.resident_index",
            "dossier.root_key",
            "dossier.section_key",
            "keystore.grant_lease",
            "keystore.key_part",
            "keystore.rooted");

    private static final ThreadLocal<@Nullable HeldDossier> IN_HAND = new ThreadLocal<>();

    private final Map<String, List<Map<String, @Nullable Object>>> rows = new LinkedHashMap<>();
    private boolean spoiled;

    private HeldDossier() {}

    /** Until it is closed, what this thread writes through {@link HoldingDriver} is held here. */
    static HeldDossier begin() {
        if (IN_HAND.get() != null) {
            throw new IllegalStateException("this thread has a dossier in hand");
        }
        var begun = new HeldDossier();
        IN_HAND.set(begun);
        return begun;
    }

    static Optional<HeldDossier> inHand() {
        return Optional.ofNullable(IN_HAND.get());
    }

    List<Map<String, @Nullable Object>> of(String table) {
        return rows.computeIfAbsent(table, absent -> new ArrayList<>());
    }

    /** What was held cannot be taken back. */
    void spoil() {
        spoiled = true;
    }

    /** @throws IllegalStateException when a transaction was rolled back: then this is not what the services wrote */
    Map<String, List<Map<String, @Nullable Object>>> rows() {
        if (spoiled) {
            throw new IllegalStateException("a transaction was rolled back: this dossier is not whole");
        }
        return rows;
    }

    @Override
    public void close() {
        IN_HAND.remove();
    }
}
