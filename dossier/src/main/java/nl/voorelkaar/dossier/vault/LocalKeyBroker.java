package nl.voorelkaar.dossier.vault;

import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import nl.voorelkaar.consent.Access;
import nl.voorelkaar.consent.AccessGate;
import nl.voorelkaar.consent.AccessRefused;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.Decision;
import nl.voorelkaar.consent.GrantId;
import nl.voorelkaar.consent.Grondslag;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.RowScope;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.consent.Zone;
import nl.voorelkaar.dossier.vault.envelope.Cobblestone;
import nl.voorelkaar.dossier.vault.envelope.DoesNotOpen;
import nl.voorelkaar.dossier.vault.envelope.SecretKeyBytes;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The key broker inside this process. Each ground leads to its own keys; what a ground does not lead to, is not there.
 */
final class LocalKeyBroker implements KeyBroker {

    private final ActorCheck actors;
    private final Supplier<AccessGate> gate;
    private final TransactionTemplate transaction;
    private final RowScope rows;
    private final RootKeys roots;
    private final EpochKeys epochs;
    private final Labels labels;
    private final GrantBoxes boxes;
    private final BoundedKeys bounded;
    private final StatutoryLeases statutory;
    private final EmergencyLeases emergencies;
    private final Contexts contexts;

    LocalKeyBroker(
            ActorCheck actors,
            Supplier<AccessGate> gate,
            PlatformTransactionManager transactions,
            RowScope rows,
            RootKeys roots,
            EpochKeys epochs,
            Labels labels,
            GrantBoxes boxes,
            BoundedKeys bounded,
            StatutoryLeases statutory,
            EmergencyLeases emergencies,
            Contexts contexts) {
        this.actors = actors;
        this.gate = gate;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.rows = rows;
        this.roots = roots;
        this.epochs = epochs;
        this.labels = labels;
        this.boxes = boxes;
        this.bounded = bounded;
        this.statutory = statutory;
        this.emergencies = emergencies;
        this.contexts = contexts;
    }

    @Override
    public SectionKeys open(Actor actor, Access access) {
        actors.require(actor);
        var grounds = gate.get().require(actor, access);
        var keys = unlock(actor, access.resident(), grounds, access.only().isPresent());
        if (!keys.grounds().keySet().containsAll(access.sections())) {
            keys.close();
            throw new AccessRefused(Decision.Reason.NO_GROUND);
        }
        return keys;
    }

    @Override
    public SectionKeys openAny(Actor actor, Access access) {
        actors.require(actor);
        var grounds = gate.get().requireAny(actor, access);
        var keys = unlock(actor, access.resident(), grounds, access.only().isPresent());
        if (keys.grounds().isEmpty()) {
            throw new AccessRefused(Decision.Reason.NO_GROUND);
        }
        return keys;
    }

    @Override
    public <T> Optional<Found<T>> openFound(Actor actor, ResidentId resident, Look<T> look) {
        actors.require(actor);
        return gate.get()
                .requireFound(actor, resident, look::among, Seen::section)
                .map(found ->
                        new Found<>(found.thing().thing(), keysTo(actor, resident, found.thing(), found.ground())));
    }

    private SectionKeys keysTo(Actor actor, ResidentId resident, Seen<?> seen, Decision.Permitted ground) {
        var grounds = Map.of(seen.section(), ground);
        var keys = actor instanceof Actor.Professional professional && ground.ground() == Grondslag.TOESTEMMING
                ? new Unlocking(resident, grounds, false).brought(professional, seen, ground)
                : unlock(actor, resident, grounds, false);
        if (!keys.grounds().containsKey(seen.section())) {
            keys.close();
            throw new AccessRefused(Decision.Reason.NO_GROUND);
        }
        return keys;
    }

    @Override
    public SectionKeys openForPreview(Actor.Resident actor, Set<Section> sections) {
        actors.require(actor);
        var own = new Decision.Permitted(Grondslag.EIGEN_DOSSIER, Optional.empty(), Optional.empty(), Instant.MAX);
        return unlock(
                actor, actor.id(), sections.stream().collect(Collectors.toMap(section -> section, s -> own)), false);
    }

    @Override
    public SealedRecord sealOwn(Actor.Resident actor, RecordId record, int version, byte[] plaintext) {
        return withOwnRoot(
                actor,
                roots -> new SealedRecord(
                        Cobblestone.SUITE,
                        roots.newest(),
                        roots.seal(contexts.own(actor.id(), roots.newest(), record, version), plaintext)));
    }

    @Override
    public byte[] openOwn(Actor.Resident actor, RecordId record, int version, SealedRecord sealed) {
        if (sealed.suite() != Cobblestone.SUITE) {
            throw new DoesNotOpen();
        }
        return withOwnRoot(
                actor,
                roots -> roots.open(
                        sealed.epoch(), contexts.own(actor.id(), sealed.epoch(), record, version), sealed.bytes()));
    }

    private <T> T withOwnRoot(Actor.Resident actor, Function<RootKeys.Roots, T> work) {
        actors.require(actor);
        return transaction.execute(status -> {
            rows.enter(actor.id());
            try (var keys = roots.ensure(actor.id(), Zone.MIJN_DEEL)) {
                return work.apply(keys);
            }
        });
    }

    @Override
    public void create(ResidentId resident) {
        transaction.executeWithoutResult(status -> {
            rows.enter(resident);
            for (var zone : Zone.values()) {
                roots.ensure(resident, zone).close();
            }
        });
    }

    @Override
    public void label(ResidentId resident, String name) {
        transaction.executeWithoutResult(status -> {
            rows.enter(resident);
            for (var zone : Zone.values()) {
                try (var keys = roots.ensure(resident, zone)) {
                    labels.keep(resident, zone, keys, name);
                }
            }
        });
    }

    private OpenedKeys unlock(
            Actor actor, ResidentId resident, Map<Section, Decision.Permitted> grounds, boolean oneThing) {
        return transaction.execute(status -> {
            var unlocking = new Unlocking(resident, grounds, oneThing);
            switch (actor) {
                case Actor.Resident self -> {
                    rows.enter(self.id());
                    if (self.id().equals(resident)) {
                        unlocking.own();
                    }
                }
                case Actor.Acting acting -> {
                    rows.enter(acting, grounds.keySet());
                    if (acting.resident().equals(resident)) {
                        unlocking.boxed(Grondslag.MACHTIGING, List.of(Holder.of(acting.person())));
                        unlocking.represented();
                    }
                }
                case Actor.Professional professional -> {
                    rows.enter(professional, resident);
                    unlocking.boxed(Grondslag.TOESTEMMING, Holder.of(professional));
                    unlocking.byLaw(professional);
                    unlocking.inEmergency(professional);
                }
            }
            return unlocking.opened();
        });
    }

    /** One operation's keys, gathered ground by ground. */
    private final class Unlocking {

        private final ResidentId resident;
        private final Map<Section, Decision.Permitted> grounds;
        private final Map<Section, TreeMap<Integer, SecretKeyBytes>> keys = new EnumMap<>(Section.class);
        private final Map<Section, BoundKey> bounds = new EnumMap<>(Section.class);
        private final boolean oneThing;
        private Optional<String> name = Optional.empty();

        Unlocking(ResidentId resident, Map<Section, Decision.Permitted> grounds, boolean oneThing) {
            this.resident = resident;
            this.grounds = grounds;
            this.oneThing = oneThing;
        }

        void own() {
            for (var zone : Zone.values()) {
                fromRoot(zone, on(Grondslag.EIGEN_DOSSIER));
            }
        }

        /** A resident who is spoken for by law may have nobody to make keys for: no box, the decision alone opens. */
        void represented() {
            for (var zone : Zone.values()) {
                fromRoot(zone, on(Grondslag.VERTEGENWOORDIGING));
            }
        }

        void byLaw(Actor.Professional professional) {
            var sections = on(Grondslag.WETTELIJKE_TAAK);
            if (!sections.isEmpty()) {
                sections.retainAll(statutory.sections(resident, professional.id()));
                fromRoot(Zone.GEMEENTELIJK, sections);
            }
        }

        /** The municipal file only: no key of the workspace leads to the rest. */
        void inEmergency(Actor.Professional professional) {
            var sections = on(Grondslag.VITAAL_BELANG);
            if (!sections.isEmpty()) {
                sections.retainAll(emergencies.sections(resident, professional.id()));
                fromRoot(Zone.GEMEENTELIJK, sections);
            }
        }

        void boxed(Grondslag ground, List<Holder> holders) {
            var byGrant = new HashMap<GrantId, Set<Section>>();
            for (var section : on(ground)) {
                grounds.get(section)
                        .grant()
                        .ifPresent(grant -> byGrant.computeIfAbsent(grant, g -> EnumSet.noneOf(Section.class))
                                .add(section));
            }
            byGrant.forEach((grant, sections) -> {
                boxes.open(resident, grant, holders, sections).ifPresent(this::add);
                if (oneThing) {
                    sections.stream()
                            .filter(section -> !keys.containsKey(section))
                            .forEach(section -> bounded.open(resident, grant, holders)
                                    .ifPresent(bound -> bounds.put(section, bound)));
                }
            });
        }

        /** What the main database has of the grant came with what it opens. */
        OpenedKeys brought(Actor.Professional professional, Seen<?> seen, Decision.Permitted ground) {
            ground.grant()
                    .flatMap(grant ->
                            boxes.open(resident, grant, Holder.of(professional), Set.of(seen.section()), seen.beside()))
                    .ifPresent(this::add);
            return opened();
        }

        private void add(GrantBoxes.Opened opened) {
            keys.putAll(opened.keys());
            name = name.or(opened::label);
        }

        private void fromRoot(Zone zone, Set<Section> sections) {
            var inZone = EpochKeys.in(zone, sections);
            if (inZone.isEmpty()) {
                return;
            }
            try (var root = roots.ensure(resident, zone)) {
                keys.putAll(epochs.ensure(resident, inZone, root));
                name = name.or(() -> labels.find(resident, zone, root));
            }
        }

        private Set<Section> on(Grondslag ground) {
            var sections = EnumSet.noneOf(Section.class);
            grounds.forEach((section, permitted) -> {
                if (permitted.ground() == ground) {
                    sections.add(section);
                }
            });
            return sections;
        }

        OpenedKeys opened() {
            var there = new EnumMap<Section, Decision.Permitted>(Section.class);
            grounds.forEach((section, permitted) -> {
                if (keys.containsKey(section) || bounds.containsKey(section)) {
                    there.put(section, permitted);
                }
            });
            return new OpenedKeys(resident, there, keys, bounds, name, contexts);
        }
    }
}
