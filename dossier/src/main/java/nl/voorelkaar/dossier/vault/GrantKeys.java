package nl.voorelkaar.dossier.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.Types;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.voorelkaar.consent.GrantId;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.consent.Zone;
import nl.voorelkaar.dossier.vault.custody.KeyCustody;
import nl.voorelkaar.dossier.vault.envelope.Cobblestone;
import nl.voorelkaar.dossier.vault.envelope.SecretKeyBytes;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Makes and destroys the keys of grants. A grant that ends leaves its sections in a new epoch, whose keys only the
 * remaining grants get: what is written from then on is closed also for who kept an old key.
 *
 * <p>Works in the transaction and the row scope of the caller, which are those of the resident's decision.
 */
final class GrantKeys {

    private static final String SECRETS =
            "select grant_id, root_version, wrapped from dossier.grant_secret g where resident_id = :resident";

    private final JdbcClient sql;
    private final KeyCustody custody;
    private final RootKeys roots;
    private final EpochKeys epochs;
    private final Labels labels;
    private final GrantLeases leases;
    private final GrantBoxes boxes;
    private final GranteeRegister grantees;
    private final BoundedKeys bounded;
    private final Contexts contexts;

    GrantKeys(
            JdbcClient sql,
            KeyCustody custody,
            RootKeys roots,
            EpochKeys epochs,
            Labels labels,
            GrantLeases leases,
            GrantBoxes boxes,
            GranteeRegister grantees,
            BoundedKeys bounded,
            Contexts contexts) {
        this.sql = sql;
        this.custody = custody;
        this.roots = roots;
        this.epochs = epochs;
        this.labels = labels;
        this.leases = leases;
        this.boxes = boxes;
        this.grantees = grantees;
        this.bounded = bounded;
        this.contexts = contexts;
    }

    /**
     * @param holders each gets a box
     * @throws IllegalStateException when a holder has no key: nobody could open the grant
     */
    void begin(ResidentId resident, GrantId grant, List<Holder> holders, Set<Section> sections, LocalDate lastDay) {
        roots.hold(resident, Zone.MIJN_DEEL);
        try (var own = roots.ensure(resident, Zone.MIJN_DEEL);
                var grantKey = SecretKeyBytes.random();
                var lease = SecretKeyBytes.random()) {
            keep(resident, grant, own, grantKey);
            for (var zone : Zone.values()) {
                wrapSections(resident, grant, zone, EpochKeys.in(zone, sections), grantKey);
            }
            custody.addDay(lastDay);
            for (var holder : holders) {
                var to = grantees.find(holder)
                        .orElseThrow(() -> new IllegalStateException("the grantee has no key yet"));
                boxes.put(resident, grant, to, sections, lastDay, grantKey, lease);
            }
            leases.begin(resident, grant, lease, lastDay);
        }
    }

    private void keep(ResidentId resident, GrantId grant, RootKeys.Roots own, SecretKeyBytes grantKey) {
        var label = labels.find(resident, Zone.MIJN_DEEL, own)
                .map(name -> Cobblestone.seal(grantKey, contexts.grantLabel(resident, grant), name.getBytes(UTF_8)));
        sql.sql("""
                        insert into dossier.grant_secret (resident_id, grant_id, root_version, suite, wrapped, label)
                        values (:resident, :grant, :root, :suite, :wrapped, :label)
                        """)
                .param("resident", resident.value())
                .param("grant", grant.value())
                .param("root", own.newest())
                .param("suite", Cobblestone.SUITE)
                .param("wrapped", own.seal(contexts.grantKey(resident, grant), grantKey.exposed()))
                .param("label", label.orElse(null), Types.BINARY)
                .update();
    }

    private void wrapSections(
            ResidentId resident, GrantId grant, Zone zone, Set<Section> sections, SecretKeyBytes grantKey) {
        if (sections.isEmpty()) {
            return;
        }
        try (var root = roots.ensure(resident, zone)) {
            epochs.ensureStored(resident, sections, root)
                    .forEach((section, keys) -> keys.forEach((epoch, key) -> {
                        try (key) {
                            wrapSection(resident, grant, section, epoch, grantKey, key);
                        }
                    }));
        }
    }

    private void wrapSection(
            ResidentId resident,
            GrantId grant,
            Section section,
            int epoch,
            SecretKeyBytes grantKey,
            SecretKeyBytes sectionKey) {
        sql.sql("""
                        insert into dossier.grant_section_key (resident_id, grant_id, section, epoch, suite, wrapped)
                        values (:resident, :grant, :section, :epoch, :suite, :wrapped)
                        """)
                .param("resident", resident.value())
                .param("grant", grant.value())
                .param("section", section.number())
                .param("epoch", epoch)
                .param("suite", Cobblestone.SUITE)
                .param(
                        "wrapped",
                        Cobblestone.seal(
                                grantKey, contexts.grantSection(resident, grant, section, epoch), sectionKey.exposed()))
                .update();
    }

    /** The lease first: once it is gone the grant opens nothing, whatever happens to the rest of this transaction. */
    void end(ResidentId resident, GrantId grant) {
        leases.end(resident, grant);
        roots.hold(resident, Zone.MIJN_DEEL);
        for (var table : List.of("grant_box", "grant_section_key", "grant_secret")) {
            sql.sql("delete from dossier." + table + " where resident_id = :resident and grant_id = :grant")
                    .param("resident", resident.value())
                    .param("grant", grant.value())
                    .update();
        }
        bounded.end(resident, grant);
    }

    /** Sections for which this grant has keys. */
    Set<Section> sections(ResidentId resident, GrantId grant) {
        var sections = EnumSet.noneOf(Section.class);
        sql.sql("""
                        select distinct section from dossier.grant_section_key
                        where resident_id = :resident and grant_id = :grant
                        """)
                .param("resident", resident.value())
                .param("grant", grant.value())
                .query((row, n) -> sections.add(Section.ofNumber(row.getInt(1))))
                .list();
        return sections;
    }

    /** Starts a new epoch of each section, for the grants that are left. Resident face only. */
    void startNewEpochs(ResidentId resident, Set<Section> sections) {
        startNewEpochs(resident, sections, false);
    }

    /** @param apart so that what was sealed before can be destroyed */
    void startNewEpochs(ResidentId resident, Set<Section> sections, boolean apart) {
        roots.hold(resident, Zone.MIJN_DEEL);
        try (var own = roots.ensure(resident, Zone.MIJN_DEEL)) {
            for (var zone : Zone.values()) {
                var inZone = EpochKeys.in(zone, sections);
                if (!inZone.isEmpty()) {
                    try (var root = roots.ensure(resident, zone)) {
                        inZone.forEach(section -> startNewEpoch(resident, section, root, own, apart));
                    }
                }
            }
        }
    }

    private void startNewEpoch(
            ResidentId resident, Section section, RootKeys.Roots root, RootKeys.Roots own, boolean apart) {
        var next = epochs.advance(resident, section, root, apart);
        try (var sectionKey = next.getValue()) {
            for (var survivor : survivors(resident, section)) {
                try (var grantKey = own.unwrap(
                        survivor.rootVersion(), contexts.grantKey(resident, survivor.grant()), survivor.wrapped())) {
                    wrapSection(resident, survivor.grant(), section, next.getKey(), grantKey, sectionKey);
                }
            }
        }
    }

    private record Survivor(GrantId grant, int rootVersion, byte[] wrapped) {}

    private List<Survivor> survivors(ResidentId resident, Section section) {
        return secrets(
                sql.sql(SECRETS + """
                         and exists (
                            select 1 from dossier.grant_section_key k
                            where k.resident_id = g.resident_id and k.grant_id = g.grant_id and k.section = :section)
                        """).param("resident", resident.value()).param("section", section.number()));
    }

    private List<Survivor> secrets(ResidentId resident) {
        return secrets(sql.sql(SECRETS).param("resident", resident.value()));
    }

    private static List<Survivor> secrets(JdbcClient.StatementSpec query) {
        return query.query((row, n) ->
                        new Survivor(new GrantId(row.getObject(1, UUID.class)), row.getInt(2), row.getBytes(3)))
                .list();
    }

    /** Gives what the resident needs of each grant a new wrapping: under the newest root key. */
    void rewrap(ResidentId resident) {
        try (var own = roots.load(resident, Zone.MIJN_DEEL)) {
            for (var grant : secrets(resident)) {
                try (var key =
                        own.unwrap(grant.rootVersion(), contexts.grantKey(resident, grant.grant()), grant.wrapped())) {
                    sql.sql("""
                                    update dossier.grant_secret set root_version = :root, wrapped = :wrapped
                                    where resident_id = :resident and grant_id = :grant
                                    """)
                            .param("root", own.newest())
                            .param("wrapped", own.seal(contexts.grantKey(resident, grant.grant()), key.exposed()))
                            .param("resident", resident.value())
                            .param("grant", grant.grant().value())
                            .update();
                }
            }
            labels.find(resident, Zone.MIJN_DEEL, own)
                    .ifPresent(name -> labels.put(resident, Zone.MIJN_DEEL, own, name));
        }
    }

    /** Sections that the replaced grant had and its successor has not. */
    Set<Section> dropped(ResidentId resident, Optional<GrantId> replaced, Set<Section> kept) {
        var dropped = EnumSet.noneOf(Section.class);
        replaced.ifPresent(grant -> dropped.addAll(sections(resident, grant)));
        dropped.removeAll(kept);
        return dropped;
    }
}
