package nl.voorelkaar.dossier.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import nl.voorelkaar.consent.GrantId;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.dossier.vault.custody.KeyCustody;
import nl.voorelkaar.dossier.vault.custody.KeyNotHeld;
import nl.voorelkaar.dossier.vault.envelope.Cobblestone;
import nl.voorelkaar.dossier.vault.envelope.Hkdf;
import nl.voorelkaar.dossier.vault.envelope.SecretKeyBytes;
import nl.voorelkaar.dossier.vault.envelope.XWing;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The key of a grant, in two locks.
 *
 * <p>The inner lock is HPKE with X-Wing to the grantee's key, bound to the terms. The outer one is Cobblestone-256
 * under {@code HKDF(HMAC(day key, grant) || lease)}. Opening takes the grantee's private key <i>and</i> the day key,
 * which the custody destroys after the last day, <i>and</i> the lease, which the broker deletes when the resident
 * stops.
 *
 * <p>Works in the transaction and the row scope of the caller.
 */
final class GrantBoxes {

    private final JdbcClient sql;
    private final KeyCustody custody;
    private final GrantLeases leases;
    private final GranteeRegister grantees;
    private final EpochKeys epochs;
    private final Contexts contexts;

    GrantBoxes(
            JdbcClient sql,
            KeyCustody custody,
            GrantLeases leases,
            GranteeRegister grantees,
            EpochKeys epochs,
            Contexts contexts) {
        this.sql = sql;
        this.custody = custody;
        this.leases = leases;
        this.grantees = grantees;
        this.epochs = epochs;
        this.contexts = contexts;
    }

    /** What one grant opens. */
    record Opened(Map<Section, TreeMap<Integer, SecretKeyBytes>> keys, Optional<String> label) {}

    private record Box(byte[] keyId, Set<Section> sections, LocalDate lastDay, byte[] sealed) {}

    /** Locks a grant's key for one grantee. */
    void put(
            ResidentId resident,
            GrantId grant,
            GranteeRegister.Grantee to,
            Set<Section> sections,
            LocalDate lastDay,
            SecretKeyBytes grantKey,
            SecretKeyBytes lease) {
        var terms = contexts.terms(resident, grant, to.keyId(), sections, lastDay);
        var inner = XWing.seal(to.publicKey(), terms.sha256(), grantKey.exposed());
        try (var outer = outerKey(resident, grant, lastDay, lease)) {
            sql.sql("""
                            insert into dossier.grant_box
                                (resident_id, grant_id, key_id, sections, last_day, suite, sealed)
                            values (:resident, :grant, :key, :sections, :lastDay, :suite, :sealed)
                            """)
                    .param("resident", resident.value())
                    .param("grant", grant.value())
                    .param("key", to.keyId())
                    .param("sections", Sql.sections(sections))
                    .param("lastDay", lastDay)
                    .param("suite", XWing.SUITE)
                    .param("sealed", Cobblestone.seal(outer, contexts.box(resident, grant, to.keyId(), lastDay), inner))
                    .update();
        }
    }

    /**
     * Opens some sections by a grant.
     *
     * @return empty when a lock has no key any more, or never had one for these holders
     * @throws SecurityException when something stored was altered or moved
     */
    Optional<Opened> open(ResidentId resident, GrantId grant, List<Holder> holders, Set<Section> sections) {
        return key(resident, grant, holders).map(grantKey -> {
            try (grantKey) {
                return new Opened(sectionKeys(resident, grant, sections, grantKey), label(resident, grant, grantKey));
            }
        });
    }

    /** The key in the box; the caller wipes it. Empty and refused as {@link #open} is. */
    Optional<SecretKeyBytes> key(ResidentId resident, GrantId grant, List<Holder> holders) {
        return leases.find(resident, grant).flatMap(lease -> {
            try (lease) {
                for (var box : boxes(resident, grant)) {
                    var grantKey = unlock(resident, grant, box, lease, holders);
                    if (grantKey.isPresent()) {
                        return grantKey;
                    }
                }
                return Optional.empty();
            } catch (KeyNotHeld e) {
                return Optional.empty();
            }
        });
    }

    private List<Box> boxes(ResidentId resident, GrantId grant) {
        return sql.sql("""
                        select key_id, sections, last_day, sealed from dossier.grant_box
                        where resident_id = :resident and grant_id = :grant
                        """)
                .param("resident", resident.value())
                .param("grant", grant.value())
                .query((row, n) -> new Box(
                        row.getBytes("key_id"),
                        Sql.sections(row.getArray("sections")),
                        row.getObject("last_day", LocalDate.class),
                        row.getBytes("sealed")))
                .list();
    }

    private Optional<SecretKeyBytes> unlock(
            ResidentId resident, GrantId grant, Box box, SecretKeyBytes lease, List<Holder> holders) {
        for (var holder : holders) {
            var seed = grantees.seed(holder, box.keyId());
            if (seed.isPresent()) {
                try (var own = seed.get();
                        var outer = outerKey(resident, grant, box.lastDay(), lease)) {
                    var inner = Cobblestone.open(
                            outer, contexts.box(resident, grant, box.keyId(), box.lastDay()), box.sealed());
                    var terms = contexts.terms(resident, grant, box.keyId(), box.sections(), box.lastDay());
                    return Optional.of(SecretKeyBytes.owning(XWing.open(own, terms.sha256(), inner)));
                }
            }
        }
        return Optional.empty();
    }

    private SecretKeyBytes outerKey(ResidentId resident, GrantId grant, LocalDate lastDay, SecretKeyBytes lease) {
        try (var day = custody.lock(lastDay, grant.toString().getBytes(UTF_8))) {
            return Hkdf.derive(day, lease, contexts.outerLock(resident, grant));
        }
    }

    private Map<Section, TreeMap<Integer, SecretKeyBytes>> sectionKeys(
            ResidentId resident, GrantId grant, Set<Section> sections, SecretKeyBytes grantKey) {
        var keys = new EnumMap<Section, TreeMap<Integer, SecretKeyBytes>>(Section.class);
        sql.sql("""
                        select section, epoch, wrapped from dossier.grant_section_key
                        where resident_id = :resident and grant_id = :grant and section = any(:sections)
                        """)
                .param("resident", resident.value())
                .param("grant", grant.value())
                .param("sections", Sql.sections(sections))
                .query((row, n) -> {
                    var section = Section.ofNumber(row.getInt(1));
                    var epoch = row.getInt(2);
                    return keys.computeIfAbsent(section, s -> new TreeMap<>())
                            .put(
                                    epoch,
                                    SecretKeyBytes.owning(Cobblestone.open(
                                            grantKey,
                                            contexts.grantSection(resident, grant, section, epoch),
                                            row.getBytes(3))));
                })
                .list();
        epochs.complete(resident, keys);
        keys.values().removeIf(TreeMap::isEmpty);
        return keys;
    }

    private Optional<String> label(ResidentId resident, GrantId grant, SecretKeyBytes grantKey) {
        return sql.sql("""
                        select label from dossier.grant_secret
                        where resident_id = :resident and grant_id = :grant and label is not null
                        """)
                .param("resident", resident.value())
                .param("grant", grant.value())
                .query((row, n) -> new String(
                        Cobblestone.open(grantKey, contexts.grantLabel(resident, grant), row.getBytes(1)), UTF_8))
                .optional();
    }
}
