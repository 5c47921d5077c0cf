package nl.voorelkaar.dossier.vault;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.dossier.vault.custody.Kek;
import nl.voorelkaar.dossier.vault.custody.KeyNotHeld;
import nl.voorelkaar.dossier.vault.envelope.Cobblestone;
import nl.voorelkaar.dossier.vault.envelope.Hkdf;
import nl.voorelkaar.dossier.vault.envelope.SecretKeyBytes;
import org.jspecify.annotations.Nullable;

/**
 * The half of a key that the main database does not have. What content is sealed under is derived from the key in the
 * main database and the part here; when the part is destroyed, no copy of the main database opens that content,
 * whoever's keys, grants and branch keys one has.
 *
 * <p>Every statement is a transaction of its own, and is committed before the main database is.
 */
final class KeyParts {

    /** Of the root key of <i>Mijn deel</i>; the other numbers are those of sections. */
    static final int OWN_ROOT = 0;

    private final BrokerDatabase keystore;
    private final BranchKeys branches;
    private final Contexts contexts;
    private final Clock clock;

    KeyParts(BrokerDatabase keystore, BranchKeys branches, Contexts contexts, Clock clock) {
        this.keystore = keystore;
        this.branches = branches;
        this.contexts = contexts;
        this.clock = clock;
    }

    /** What is known of the parts of one resident, by number and first epoch. */
    final class Held {

        private final ResidentId resident;
        private final Map<Integer, TreeMap<Integer, Part>> parts = new HashMap<>();

        private Held(ResidentId resident) {
            this.resident = resident;
        }

        /** Whether what was sealed in this epoch is gone for good. */
        boolean destroyed(int number, int epoch) {
            return part(number, epoch).filter(Part::destroyed).isPresent();
        }

        /**
         * What content of this epoch is sealed under; the caller wipes it, and no longer has the key that was given.
         *
         * @return the key itself for what was sealed before there were parts
         */
        SecretKeyBytes complete(int number, int epoch, SecretKeyBytes key) {
            var part = part(number, epoch);
            if (part.isEmpty()) {
                return key;
            }
            try (key;
                    var other = unwrap(resident, part.get())) {
                return Hkdf.derive(key, other, contexts.completed(resident, number, epoch));
            }
        }

        private Optional<Part> part(int number, int epoch) {
            return Optional.ofNullable(of(number).floorEntry(epoch)).map(Map.Entry::getValue);
        }

        private TreeMap<Integer, Part> of(int number) {
            return parts.getOrDefault(number, new TreeMap<>());
        }

        /** @param row of the table of parts */
        void add(ResultSet row) throws SQLException {
            var wrapped = row.getBytes("wrapped");
            var part = new Part(
                    row.getInt("number"),
                    row.getInt("first_epoch"),
                    row.getObject("last_epoch", Integer.class),
                    wrapped == null ? null : new BranchKeys.Wrapped(row.getInt("branch_version"), wrapped));
            parts.computeIfAbsent(part.number(), _ -> new TreeMap<>()).put(part.first(), part);
        }
    }

    /** @param last the last epoch that was destroyed with it; null while it serves */
    private record Part(int number, int first, @Nullable Integer last, BranchKeys.@Nullable Wrapped wrapped) {

        boolean destroyed() {
            return wrapped == null;
        }
    }

    /** For who looks them up together with something else. */
    Held nothingOf(ResidentId resident) {
        return new Held(resident);
    }

    Held of(ResidentId resident, Set<Section> sections) {
        return held(resident, sections.stream().map(Section::number).toList());
    }

    Held ofRoot(ResidentId resident) {
        return held(resident, List.of(OWN_ROOT));
    }

    private Held held(ResidentId resident, List<Integer> numbers) {
        var held = new Held(resident);
        keystore.sql()
                .sql("""
                        select number, first_epoch, last_epoch, branch_version, wrapped from keystore.key_part
                        where resident_id = :resident and number = any(:numbers)
                        """)
                .param("resident", resident.value())
                .param("numbers", numbers.stream().map(Integer::shortValue).toArray(Short[]::new))
                .query(held::add);
        return held;
    }

    private SecretKeyBytes unwrap(ResidentId resident, Part part) {
        if (part.wrapped() == null) {
            throw new KeyNotHeld();
        }
        return branches.unwrap(
                kek(part.number()),
                resident.value(),
                part.wrapped(),
                contexts.part(resident, part.number(), part.first()));
    }

    /**
     * The epoch with which something that has no key yet begins: after everything that was ever destroyed. Makes its
     * part, unless one was made by who was first, or by who could not finish.
     *
     * @param atLeast the first epoch of which the main database knows nothing
     */
    int begin(ResidentId resident, int number, int atLeast) {
        var known = held(resident, List.of(number)).of(number);
        var live = known.values().stream().filter(part -> !part.destroyed()).mapToInt(Part::first);
        var first = live.max().orElseGet(() -> {
            var next = after(known, atLeast);
            add(resident, number, next);
            return next;
        });
        return Math.max(first, atLeast);
    }

    /**
     * Makes a part of its own for this epoch and those that follow. @return the epoch, past everything that was
     * destroyed
     */
    int renew(ResidentId resident, int number, int atLeast) {
        var first = after(held(resident, List.of(number)).of(number), atLeast);
        add(resident, number, first);
        return first;
    }

    /** Whether a part serves what is sealed from now on. */
    boolean serves(ResidentId resident, int number) {
        return held(resident, List.of(number)).of(number).values().stream().anyMatch(part -> !part.destroyed());
    }

    private static int after(TreeMap<Integer, Part> known, int atLeast) {
        return known.values().stream()
                .map(Part::last)
                .filter(Objects::nonNull)
                .mapToInt(last -> last + 1)
                .reduce(atLeast, Math::max);
    }

    private void add(ResidentId resident, int number, int first) {
        var kek = kek(number);
        try (var fresh = SecretKeyBytes.random()) {
            var wrapped = branches.wrap(kek, resident.value(), fresh, contexts.part(resident, number, first));
            keystore.sql()
                    .sql("""
                            insert into keystore.key_part
                                (resident_id, number, first_epoch, kek, branch_version, suite, wrapped)
                            values (:resident, :number, :first, :kek, :branch, :suite, :wrapped) on conflict do nothing
                            """)
                    .param("resident", resident.value())
                    .param("number", number)
                    .param("first", first)
                    .param("kek", kek.number())
                    .param("branch", wrapped.branchVersion())
                    .param("suite", Cobblestone.SUITE)
                    .param("wrapped", wrapped.bytes())
                    .update();
        }
    }

    /**
     * Destroys the parts of everything up to this epoch. Idempotent. What was sealed before there were parts is marked
     * too, so that it is not opened again when it comes back from a copy.
     */
    void destroy(ResidentId resident, int number, int last) {
        keystore.inTransaction(() -> {
            keystore.sql()
                    .sql("""
                            insert into keystore.key_part (resident_id, number, first_epoch, last_epoch, kek,
                                branch_version, suite, wrapped, destroyed_at)
                            select :resident, :number, 1, :last, :kek, 0, :suite, null, :now
                            where not exists (select from keystore.key_part where resident_id = :resident
                                and number = :number and first_epoch = 1)
                            on conflict do nothing
                            """)
                    .param("resident", resident.value())
                    .param("number", number)
                    .param("last", last)
                    .param("kek", kek(number).number())
                    .param("suite", Cobblestone.SUITE)
                    .param("now", Sql.time(clock.instant()))
                    .update();
            return keystore.sql()
                    .sql("""
                            update keystore.key_part set wrapped = null, last_epoch = :last, destroyed_at = :now
                            where resident_id = :resident and number = :number and first_epoch <= :last
                              and wrapped is not null
                            """)
                    .param("resident", resident.value())
                    .param("number", number)
                    .param("last", last)
                    .param("now", Sql.time(clock.instant()))
                    .update();
        });
    }

    private record Ended(UUID resident, int number, int last) {}

    /** Until where the keys of each resident were destroyed. */
    List<KeyDestruction.Destroyed> destroyed(Optional<ResidentId> after, int most) {
        var ended = keystore.sql()
                .sql("""
                        select resident_id as resident, number, max(last_epoch) as last from keystore.key_part
                        where wrapped is null and resident_id in (
                            select distinct resident_id from keystore.key_part
                            where wrapped is null and (:after::uuid is null or resident_id > :after)
                            order by resident_id limit :most)
                        group by resident_id, number order by resident_id, number
                        """)
                .param("after", after.map(ResidentId::value).orElse(null), Types.OTHER)
                .param("most", most)
                .query(Ended.class)
                .list();
        return ended.stream()
                .collect(Collectors.groupingBy(Ended::resident, LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(one -> new KeyDestruction.Destroyed(new ResidentId(one.getKey()), line(one.getValue())))
                .toList();
    }

    private static KeyDestruction.Line line(List<Ended> ended) {
        return new KeyDestruction.Line(
                ended.stream()
                        .filter(one -> one.number() != OWN_ROOT)
                        .collect(Collectors.toMap(one -> Section.ofNumber(one.number()), Ended::last)),
                ended.stream()
                        .filter(one -> one.number() == OWN_ROOT)
                        .map(Ended::last)
                        .findFirst());
    }

    private record PartOf(UUID resident, int number, int first) {}

    /** Wraps the next parts of this KEK again under its newest branch keys. @return how many */
    int rewrap(Kek kek, int to, int batch) {
        var parts = keystore.sql()
                .sql("""
                        select resident_id as resident, number, first_epoch as first from keystore.key_part
                        where kek = :kek and branch_version < :to and wrapped is not null limit :batch
                        """)
                .param("kek", kek.number())
                .param("to", to)
                .param("batch", batch)
                .query(PartOf.class)
                .list();
        for (var one : parts) {
            branches.forget(kek, BranchKeys.shardOf(one.resident()));
            rewrap(kek, one);
        }
        return parts.size();
    }

    private void rewrap(Kek kek, PartOf one) {
        var resident = new ResidentId(one.resident());
        var part = held(resident, List.of(one.number())).of(one.number()).get(one.first());
        if (part.destroyed()) {
            return;
        }
        try (var key = unwrap(resident, part)) {
            var wrapped = branches.wrap(kek, one.resident(), key, contexts.part(resident, one.number(), one.first()));
            // What was destroyed meanwhile stays destroyed.
            keystore.sql()
                    .sql("""
                            update keystore.key_part set branch_version = :branch, wrapped = :wrapped
                            where resident_id = :resident and number = :number and first_epoch = :first
                              and wrapped is not null
                            """)
                    .param("branch", wrapped.branchVersion())
                    .param("wrapped", wrapped.bytes())
                    .param("resident", one.resident())
                    .param("number", one.number())
                    .param("first", one.first())
                    .update();
        }
    }

    /**
     * A grantee needs the part of a section on the workspace too; nobody there needs that of the resident's own root
     * key.
     */
    private static Kek kek(int number) {
        return number == OWN_ROOT ? Kek.OWN : Kek.MUNICIPAL;
    }
}
