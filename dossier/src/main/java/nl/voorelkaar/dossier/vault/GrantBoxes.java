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
    private final GrantHalves halves;
    private final GranteeRegister grantees;
    private final OpenedBoxes remembered;
    private final Contexts contexts;

    GrantBoxes(
            JdbcClient sql,
            KeyCustody custody,
            GrantLeases leases,
            GrantHalves halves,
            GranteeRegister grantees,
            OpenedBoxes remembered,
            Contexts contexts) {
        this.sql = sql;
        this.custody = custody;
        this.leases = leases;
        this.halves = halves;
        this.grantees = grantees;
        this.remembered = remembered;
        this.contexts = contexts;
    }

    /** What one grant opens. */
    record Opened(Map<Section, TreeMap<Integer, SecretKeyBytes>> keys, Optional<String> label) {}

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
        return open(resident, grant, holders, sections, locked(resident, grant, sections));
    }

    /** The same, when what the main database has was fetched already. Needs no transaction and no scope. */
    Optional<Opened> open(
            ResidentId resident, GrantId grant, List<Holder> holders, Set<Section> sections, LockedGrant locked) {
        var held = held(locked, resident, grant, sections);
        return key(resident, grant, holders, locked, held).map(grantKey -> {
            try (grantKey) {
                return new Opened(
                        sectionKeys(resident, grant, locked, held.parts(), grantKey),
                        locked.label()
                                .map(label -> new String(
                                        Cobblestone.open(grantKey, contexts.grantLabel(resident, grant), label),
                                        UTF_8)));
            }
        });
    }

    /** The key in the box; the caller wipes it. Empty and refused as {@link #open} is. */
    Optional<SecretKeyBytes> key(ResidentId resident, GrantId grant, List<Holder> holders) {
        var locked = locked(resident, grant, Set.of());
        return key(resident, grant, holders, locked, held(locked, resident, grant, Set.of()));
    }

    private GrantHalves.Halves held(LockedGrant locked, ResidentId resident, GrantId grant, Set<Section> sections) {
        return halves.of(
                resident,
                grant,
                locked.boxes().stream().map(LockedGrant.Box::keyId).toList(),
                sections);
    }

    private Optional<SecretKeyBytes> key(
            ResidentId resident, GrantId grant, List<Holder> holders, LockedGrant locked, GrantHalves.Halves held) {
        return held.lease().flatMap(wrapped -> {
            try (var lease = leases.unwrap(resident, grant, wrapped)) {
                return locked.boxes().stream()
                        .flatMap(box -> unlock(resident, grant, box, lease, holders, held).stream())
                        .findFirst();
            } catch (KeyNotHeld e) {
                return Optional.empty();
            }
        });
    }

    private LockedGrant locked(ResidentId resident, GrantId grant, Set<Section> sections) {
        var locked = new LockedGrant();
        sql.sql("""
                        select 'box' as kind, key_id, sections, last_day, null::smallint as section, null::integer as epoch,
                               sealed
                        from dossier.grant_box where resident_id = :resident and grant_id = :grant
                        union all
                        select 'key', null, null, null, section, epoch, wrapped from dossier.grant_section_key
                        where resident_id = :resident and grant_id = :grant and section = any(:sections)
                        union all
                        select 'label', null, null, null, null, null, label from dossier.grant_secret
                        where resident_id = :resident and grant_id = :grant and label is not null
                        """)
                .param("resident", resident.value())
                .param("grant", grant.value())
                .param("sections", Sql.sections(sections))
                .query(locked::add);
        return locked;
    }

    private Optional<SecretKeyBytes> unlock(
            ResidentId resident,
            GrantId grant,
            LockedGrant.Box box,
            SecretKeyBytes lease,
            List<Holder> holders,
            GrantHalves.Halves held) {
        for (var holder : holders) {
            var seed = holder.isPerson()
                    ? grantees.seed(holder, box.keyId())
                    : held.seed(box.keyId()).flatMap(wrapped -> grantees.unwrap(holder, box.keyId(), wrapped));
            if (seed.isPresent()) {
                try (var own = seed.get();
                        var outer = outerKey(resident, grant, box.lastDay(), lease)) {
                    var inner = Cobblestone.open(
                            outer, contexts.box(resident, grant, box.keyId(), box.lastDay()), box.sealed());
                    var terms = contexts.terms(resident, grant, box.keyId(), box.sections(), box.lastDay());
                    return Optional.of(remembered.key(
                            outer, terms, inner, () -> SecretKeyBytes.owning(XWing.open(own, terms.sha256(), inner))));
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
            ResidentId resident, GrantId grant, LockedGrant locked, KeyParts.Held parts, SecretKeyBytes grantKey) {
        var keys = new EnumMap<Section, TreeMap<Integer, SecretKeyBytes>>(Section.class);
        for (var key : locked.keys()) {
            keys.computeIfAbsent(key.section(), s -> new TreeMap<>())
                    .put(
                            key.epoch(),
                            SecretKeyBytes.owning(Cobblestone.open(
                                    grantKey,
                                    contexts.grantSection(resident, grant, key.section(), key.epoch()),
                                    key.wrapped())));
        }
        EpochKeys.complete(parts, keys);
        keys.values().removeIf(TreeMap::isEmpty);
        return keys;
    }
}
