package nl.voorelkaar.dossier.vault;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import nl.voorelkaar.consent.GrantId;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.consent.Thing;
import nl.voorelkaar.dossier.vault.custody.KeyCustody;
import nl.voorelkaar.dossier.vault.custody.KeyNotHeld;
import nl.voorelkaar.dossier.vault.envelope.Cobblestone;
import nl.voorelkaar.dossier.vault.envelope.DoesNotOpen;
import nl.voorelkaar.dossier.vault.envelope.SecretKeyBytes;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keys of single things: made at random, wrapped under the key of the section, and locked for the one who is let in
 * with the two locks of every grant. Records that exist already are not sealed again: the key of each message goes
 * along instead.
 */
final class BoundedKeys implements Compartments {

    private final JdbcClient sql;
    private final KeyCustody custody;
    private final RootKeys roots;
    private final EpochKeys epochs;
    private final GrantLeases leases;
    private final GrantBoxes boxes;
    private final GranteeRegister grantees;
    private final Supplier<ThingRecords> records;
    private final Contexts contexts;

    BoundedKeys(
            JdbcClient sql,
            KeyCustody custody,
            RootKeys roots,
            EpochKeys epochs,
            GrantLeases leases,
            GrantBoxes boxes,
            GranteeRegister grantees,
            Supplier<ThingRecords> records,
            Contexts contexts) {
        this.sql = sql;
        this.custody = custody;
        this.roots = roots;
        this.epochs = epochs;
        this.leases = leases;
        this.boxes = boxes;
        this.grantees = grantees;
        this.records = records;
        this.contexts = contexts;
    }

    private record Stored(GrantId grant, Thing thing, Section section, int epoch, byte[] wrapped) {}

    /**
     * Lets somebody into a thing. On the resident face, in the transaction of the resident's decision.
     *
     * @throws IllegalStateException when the holder has no key
     */
    void begin(ResidentId resident, GrantId grant, Holder holder, Thing thing, Section section, LocalDate lastDay) {
        try (var root = roots.ensure(resident, section.zone());
                var lease = SecretKeyBytes.random()) {
            var keys = epochs.ensure(resident, Set.of(section), root).getOrDefault(section, new TreeMap<>());
            try (var key = stored(resident, grant)
                    .map(there -> unwrap(resident, there, keys::get))
                    .orElseGet(() -> make(resident, grant, thing, section, keys.lastKey(), keys::get))) {
                records.get()
                        .of(resident, section, thing)
                        .forEach(ref -> put(resident, grant, key, section, ref, keys::get));
                custody.addDay(lastDay);
                var to = grantees.find(holder)
                        .orElseThrow(() -> new IllegalStateException("the grantee has no key yet"));
                boxes.put(resident, grant, to, Set.of(section), lastDay, key, lease);
                leases.begin(resident, grant, lease, lastDay);
            } finally {
                keys.values().forEach(SecretKeyBytes::close);
            }
        }
    }

    /** Empty when a lock has no key any more, or never had one for these holders. */
    Optional<BoundKey> open(ResidentId resident, GrantId grant, List<Holder> holders) {
        return stored(resident, grant)
                .flatMap(there -> boxes.key(resident, grant, holders))
                .map(key -> new BoundKey(resident, grant, key, openers(resident, grant), contexts));
    }

    /** A thing that has words of its own keeps its key for who has the key of the section. */
    void end(ResidentId resident, GrantId grant) {
        for (var which : List.of("record_key where", "bounded_key where thing_id <> grant_id and")) {
            sql.sql("delete from dossier." + which + " resident_id = :resident and grant_id = :grant")
                    .param("resident", resident.value())
                    .param("grant", grant.value())
                    .update();
        }
    }

    @Override
    public Compartment begin(SectionKeys keys, ResidentId resident, GrantId grant, Thing thing, Section section) {
        var opened = opened(keys);
        var key = make(resident, grant, thing, section, opened.epoch(section), epoch -> opened.key(section, epoch));
        return new BoundKey(resident, grant, key, Map.of(), contexts);
    }

    @Override
    public Compartment of(SectionKeys keys, ResidentId resident, GrantId grant, Section section) {
        var opened = opened(keys);
        var bound = opened.bound(section);
        if (bound.isPresent()) {
            // Not closed before the keys are: it is theirs.
            return bound.filter(one -> one.isOf(grant)).map(Borrowed::new).orElseThrow(DoesNotOpen::new);
        }
        return stored(resident, grant)
                .filter(there -> there.section() == section)
                .map(there -> new BoundKey(
                        resident,
                        grant,
                        unwrap(resident, there, epoch -> opened.key(section, epoch)),
                        Map.of(),
                        contexts))
                .orElseThrow(DoesNotOpen::new);
    }

    private record Borrowed(BoundKey key) implements Compartment {

        @Override
        public byte[] seal(RecordId record, int version, byte[] plaintext) {
            return key.seal(record, version, plaintext);
        }

        @Override
        public byte[] unseal(RecordId record, int version, byte[] sealed) {
            return key.unseal(record, version, sealed);
        }

        @Override
        public void close() {
            // Of the keys that it was borrowed from.
        }

        @Override
        public String toString() {
            return "Borrowed[redacted]";
        }
    }

    @Override
    public void share(
            SectionKeys keys,
            ResidentId resident,
            Thing thing,
            Section section,
            RecordId record,
            int version,
            SealedRecord sealed) {
        for (var there : letIn(resident, thing, section)) {
            var opened = opened(keys);
            Function<Integer, SecretKeyBytes> ofEpoch = epoch -> opened.key(section, epoch);
            try (var key = unwrap(resident, there, ofEpoch)) {
                put(resident, there.grant(), key, section, new ThingRecords.Ref(record, version, sealed), ofEpoch);
            }
        }
    }

    private void put(
            ResidentId resident,
            GrantId grant,
            SecretKeyBytes key,
            Section section,
            ThingRecords.Ref ref,
            Function<Integer, SecretKeyBytes> ofEpoch) {
        var epoch = ref.sealed().epoch();
        var sectionKey = Optional.ofNullable(ofEpoch.apply(epoch)).orElseThrow(KeyNotHeld::new);
        var opener = Cobblestone.openerOf(
                sectionKey,
                contexts.record(resident, section, epoch, ref.record(), ref.version()),
                ref.sealed().bytes());
        try {
            sql.sql("""
                            insert into dossier.record_key (resident_id, grant_id, record, record_id, version, suite, wrapped)
                            values (:resident, :grant, :record, :id, :version, :suite, :wrapped) on conflict do nothing
                            """)
                    .param("resident", resident.value())
                    .param("grant", grant.value())
                    .param("record", ref.record().column())
                    .param("id", ref.record().value())
                    .param("version", ref.version())
                    .param("suite", Cobblestone.SUITE)
                    .param(
                            "wrapped",
                            Cobblestone.seal(
                                    key, contexts.recordKey(resident, grant, ref.record(), ref.version()), opener))
                    .update();
        } finally {
            Arrays.fill(opener, (byte) 0);
        }
    }

    private SecretKeyBytes make(
            ResidentId resident,
            GrantId grant,
            Thing thing,
            Section section,
            int epoch,
            Function<Integer, SecretKeyBytes> ofEpoch) {
        var key = SecretKeyBytes.random();
        sql.sql("""
                        insert into dossier.bounded_key (resident_id, grant_id, thing_id, section, epoch, suite, wrapped)
                        values (:resident, :grant, :thing, :section, :epoch, :suite, :wrapped)
                        """)
                .param("resident", resident.value())
                .param("grant", grant.value())
                .param("thing", thing.value())
                .param("section", section.number())
                .param("epoch", epoch)
                .param("suite", Cobblestone.SUITE)
                .param(
                        "wrapped",
                        Cobblestone.seal(
                                ofEpoch.apply(epoch),
                                contexts.boundedKey(resident, grant, thing, section, epoch),
                                key.exposed()))
                .update();
        return key;
    }

    private SecretKeyBytes unwrap(ResidentId resident, Stored there, Function<Integer, SecretKeyBytes> ofEpoch) {
        var sectionKey = Optional.ofNullable(ofEpoch.apply(there.epoch())).orElseThrow(KeyNotHeld::new);
        return SecretKeyBytes.owning(Cobblestone.open(
                sectionKey,
                contexts.boundedKey(resident, there.grant(), there.thing(), there.section(), there.epoch()),
                there.wrapped()));
    }

    private Optional<Stored> stored(ResidentId resident, GrantId grant) {
        return sql.sql("""
                        select grant_id, thing_id, section, epoch, wrapped from dossier.bounded_key
                        where resident_id = :resident and grant_id = :grant
                        """)
                .param("resident", resident.value())
                .param("grant", grant.value())
                .query((row, n) -> new Stored(
                        grant,
                        new Thing(row.getObject(2, UUID.class)),
                        Section.ofNumber(row.getInt(3)),
                        row.getInt(4),
                        row.getBytes(5)))
                .optional();
    }

    /** Who was let into this thing and still is. */
    private List<Stored> letIn(ResidentId resident, Thing thing, Section section) {
        return sql.sql("""
                        select grant_id, epoch, wrapped from dossier.bounded_key k
                        where resident_id = :resident and thing_id = :thing and section = :section and exists (
                            select 1 from dossier.grant_box b where b.resident_id = k.resident_id and b.grant_id = k.grant_id)
                        """)
                .param("resident", resident.value())
                .param("thing", thing.value())
                .param("section", section.number())
                .query((row, n) -> new Stored(
                        new GrantId(row.getObject(1, UUID.class)), thing, section, row.getInt(2), row.getBytes(3)))
                .list();
    }

    private Map<BoundKey.Record, byte[]> openers(ResidentId resident, GrantId grant) {
        var openers = new HashMap<BoundKey.Record, byte[]>();
        sql.sql("""
                        select record, record_id, version, wrapped from dossier.record_key
                        where resident_id = :resident and grant_id = :grant
                        """)
                .param("resident", resident.value())
                .param("grant", grant.value())
                .query((row, n) -> openers.put(
                        new BoundKey.Record(
                                new RecordId(row.getString(1), row.getObject(2, UUID.class)), row.getInt(3)),
                        row.getBytes(4)))
                .list();
        return openers;
    }

    private static OpenedKeys opened(SectionKeys keys) {
        if (keys instanceof OpenedKeys opened) {
            return opened;
        }
        throw new KeyNotHeld();
    }
}
