package nl.voorelkaar.portal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import nl.voorelkaar.consent.AccessRefused;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.Decision;
import nl.voorelkaar.consent.PartyId;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Role;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.dossier.FileKinds;
import nl.voorelkaar.dossier.deadline.Deadlines;
import nl.voorelkaar.dossier.decision.AanvraagType;
import nl.voorelkaar.dossier.decision.BesluitType;
import nl.voorelkaar.dossier.decision.BezorgingType;
import nl.voorelkaar.dossier.decision.Decisions;
import nl.voorelkaar.dossier.intake.OnderzoekType;
import nl.voorelkaar.dossier.objection.BezwaarType;
import nl.voorelkaar.dossier.objection.Objections;
import nl.voorelkaar.dossier.objection.PreparedObjections;
import nl.voorelkaar.dossier.objection.PreparedType;
import nl.voorelkaar.dossier.plan.PreparedSignatureType;
import nl.voorelkaar.dossier.plan.PreparedSignatures;
import nl.voorelkaar.dossier.procedure.Author;
import nl.voorelkaar.dossier.procedure.Case;
import nl.voorelkaar.dossier.procedure.HandedBack;
import nl.voorelkaar.dossier.procedure.PaperId;
import nl.voorelkaar.dossier.procedure.ProcedureHead;
import nl.voorelkaar.dossier.procedure.ProcedureId;
import nl.voorelkaar.dossier.procedure.ProcedureKind;
import nl.voorelkaar.dossier.procedure.ProcedureType;
import nl.voorelkaar.dossier.procedure.Procedures;
import nl.voorelkaar.dossier.procedure.Reading;
import nl.voorelkaar.dossier.procedure.Step;
import nl.voorelkaar.dossier.procedure.StepId;
import nl.voorelkaar.dossier.procedure.Turn;

/**
 * Procedures in memory, with the real rules of each kind and the clock of the test, and without keys, consent and log:
 * those are tested where they live.
 */
public final class RememberedProcedures implements Procedures {

    private final Clock clock;
    private final Map<ProcedureId, Kept> all = new LinkedHashMap<>();
    private final Map<PaperId, byte[]> papers = new HashMap<>();

    public RememberedProcedures(Clock clock) {
        this.clock = clock;
    }

    /** The real rules about applications and decisions, on these procedures. */
    public Decisions decisions(Deadlines deadlines) {
        return new Decisions(
                this,
                new AanvraagType(deadlines),
                new BesluitType(deadlines),
                new BezorgingType(),
                new OnderzoekType(deadlines),
                true);
    }

    /** The real rules about objections, on these procedures; any file is a PDF. */
    public Objections objections(Deadlines deadlines) {
        FileKinds anything = (name, content) -> new FileKinds.Kind(name, "application/pdf");
        return Partly.made(
                Objections.class,
                this,
                Partly.made(BezwaarType.class, deadlines),
                new BesluitType(deadlines),
                new BezorgingType(),
                anything,
                deadlines);
    }

    public PreparedObjections prepared(Objections objections, Deadlines deadlines) {
        return Partly.made(
                PreparedObjections.class,
                this,
                Partly.made(PreparedType.class),
                objections,
                new BesluitType(deadlines),
                Partly.made(BezwaarType.class, deadlines));
    }

    public PreparedSignatures signatures(Deadlines deadlines) {
        return Partly.made(PreparedSignatures.class, this, new PreparedSignatureType(), deadlines);
    }

    private static final class Kept {
        final ResidentId resident;
        final ProcedureType<Object, Object> type;
        final List<Step<Object>> steps = new ArrayList<>();
        Optional<PartyId> handler = Optional.empty();
        Optional<PartyId> decider = Optional.empty();
        Optional<HandedBack> handedBack = Optional.empty();

        Kept(ResidentId resident, ProcedureType<Object, Object> type) {
            this.resident = resident;
            this.type = type;
        }
    }

    @Override
    public <T> T read(Actor actor, ResidentId resident, Set<Section> sections, Function<Reading, T> work) {
        return work.apply(new Open(resident, author(actor)));
    }

    @Override
    public <T> T readOne(
            Actor actor, ResidentId resident, ProcedureKind kind, ProcedureId id, Function<Reading, T> work) {
        return work.apply(new Open(resident, author(actor)));
    }

    @Override
    public <T> T take(Actor actor, ResidentId resident, Set<Section> sections, String step, Function<Turn, T> work) {
        return work.apply(new Open(resident, author(actor)));
    }

    /** Takes a step as somebody whose screen is not under test. */
    public <T> T take(Author by, ResidentId resident, Function<Turn, T> work) {
        return work.apply(new Open(resident, by));
    }

    /** Whose work list it is on. */
    public void give(ProcedureId id, PartyId to) {
        all.get(id).handler = Optional.of(to);
    }

    /** Answers for {@code CaseDesk}: only who decides is a decider. */
    public final class Desk {

        List<ProcedureHead> waiting(Actor.Professional actor) {
            return heads().stream()
                    .filter(head -> !head.closed() && head.kind() != ProcedureKind.BESLUIT)
                    .filter(head -> head.kind() != ProcedureKind.VERZOEK)
                    .filter(head -> head.handler().isEmpty() || head.waitsForDecider())
                    .toList();
        }

        List<ProcedureHead> toTakeUp(Actor.Professional officer) {
            return heads().stream()
                    .filter(head -> head.kind() == ProcedureKind.VERZOEK && !head.closed())
                    .filter(head -> head.handler().isEmpty())
                    .toList();
        }

        void takeUp(Actor.Professional officer, ProcedureHead head) {
            give(officer, head, officer.id(), LocalDate.MAX);
        }

        void give(Actor.Professional actor, ProcedureHead head, PartyId to, LocalDate until) {
            if (head.waitsForDecider()) {
                all.get(head.id()).decider = Optional.of(to);
            } else {
                RememberedProcedures.this.give(head.id(), to);
            }
        }

        List<ProcedureHead> ofNobody(Actor.Professional actor, ResidentId resident) {
            return waiting(actor).stream()
                    .filter(head ->
                            head.resident().equals(resident) && head.handler().isEmpty())
                    .toList();
        }

        boolean fits(ProcedureHead head, Role role) {
            return head.waitsForDecider() == (role == Role.BES);
        }

        void handBack(Actor.Professional actor, ProcedureId id, HandedBack.Why why) {
            all.get(id).handler = Optional.empty();
            all.get(id).handedBack = Optional.of(new HandedBack(actor.id(), why));
        }
    }

    private List<ProcedureHead> heads() {
        return all.entrySet().stream()
                .map(one -> head(one.getKey(), one.getValue()))
                .toList();
    }

    @Override
    public List<ProcedureHead> closedBy(Actor.Professional actor) {
        return heads().stream()
                .filter(head -> head.closed() && head.handler().equals(Optional.of(actor.id())))
                .toList();
    }

    @Override
    public List<ProcedureHead> heads(Actor.Resident actor) {
        return all.entrySet().stream()
                .filter(one -> one.getValue().resident.equals(actor.id()))
                .map(one -> head(one.getKey(), one.getValue()))
                .toList()
                .reversed();
    }

    @Override
    public List<ProcedureHead> handledBy(Actor.Professional actor) {
        return all.entrySet().stream()
                .map(one -> head(one.getKey(), one.getValue()))
                .filter(head -> !head.closed()
                        && (head.handler().equals(Optional.of(actor.id()))
                                || head.decider().equals(Optional.of(actor.id()))))
                .sorted(Comparator.comparing(
                        head -> head.due().map(Object::toString).orElse("9")))
                .toList();
    }

    private ProcedureHead head(ProcedureId id, Kept kept) {
        var now = stands(id, kept);
        return new ProcedureHead(
                kept.resident,
                id,
                kept.type.kind(),
                kept.type.state(now),
                kept.steps.size(),
                kept.handler,
                kept.handler.isPresent(),
                kept.type.excluded(now),
                kept.type.due(now),
                kept.type.appointment(now),
                kept.steps.getFirst().at(),
                kept.steps.getLast().at(),
                kept.type.closed(now),
                kept.decider,
                kept.type.needsDecider(now),
                kept.handedBack);
    }

    private Object stands(ProcedureId id, Kept kept) {
        byClock(id, kept);
        return folded(id, kept);
    }

    private static Object folded(ProcedureId id, Kept kept) {
        var now = kept.type.begin(new Case(kept.resident, id));
        for (var step : kept.steps) {
            now = kept.type.after(now, step);
        }
        return now;
    }

    private void byClock(ProcedureId id, Kept kept) {
        var due = kept.type.alarms(folded(id, kept)).stream()
                .filter(alarm -> !alarm.at().isAfter(clock.instant()))
                .min(Comparator.comparing(nl.voorelkaar.dossier.procedure.Alarm::at)
                        .thenComparing(nl.voorelkaar.dossier.procedure.Alarm::verb));
        due.ifPresent(alarm -> {
            kept.steps.add(new Step<>(
                    kept.steps.size() + 1,
                    new StepId(UUID.randomUUID()),
                    alarm.at(),
                    new Author.Clock(),
                    kept.type.byClock(alarm.verb())));
            byClock(id, kept);
        });
    }

    private static Author author(Actor actor) {
        return switch (actor) {
            case Actor.Resident _ -> new Author.Resident();
            case Actor.Acting who ->
                new Author.Resident(Optional.of(new Author.Carer(who.person(), "Youssef el Amrani")));
            case Actor.Professional who -> new Author.Professional(who.id(), who.role(), "Bram Visser");
        };
    }

    private final class Open implements Turn {

        private final ResidentId resident;
        private final Author author;

        Open(ResidentId resident, Author author) {
            this.resident = resident;
            this.author = author;
        }

        @Override
        public Instant now() {
            return clock.instant();
        }

        @Override
        public Author author() {
            return author;
        }

        @Override
        @SuppressWarnings("unchecked")
        public <A, E> A start(ProcedureType<A, E> type, ProcedureId id, StepId step, E event) {
            if (all.get(id) == null) {
                var kept = new Kept(resident, (ProcedureType<Object, Object>) (ProcedureType<?, ?>) type);
                kept.steps.add(new Step<>(1, step, now(), author, event));
                if (author instanceof Author.Professional professional
                        && !type.excluded(type.after(
                                        type.begin(new Case(resident, id)), new Step<>(1, step, now(), author, event)))
                                .contains(professional.party())) {
                    kept.handler = Optional.of(professional.party());
                }
                all.put(id, kept);
            }
            return find(type, id);
        }

        @Override
        public <A, E> A take(ProcedureType<A, E> type, ProcedureId id, StepId step, Function<A, ? extends E> verb) {
            var stands = find(type, id);
            var kept = all.get(id);
            if (kept.steps.stream().noneMatch(taken -> taken.id().equals(step))) {
                kept.steps.add(new Step<>(kept.steps.size() + 1, step, now(), author, verb.apply(stands)));
            }
            return find(type, id);
        }

        @Override
        public void keep(ProcedureKind kind, ProcedureId id, PaperId paper, byte[] bytes) {
            papers.putIfAbsent(paper, bytes);
        }

        @Override
        @SuppressWarnings("unchecked")
        public <A, E> A find(ProcedureType<A, E> type, ProcedureId id) {
            return (A) stands(id, kept(type.kind(), id));
        }

        private Kept kept(ProcedureKind kind, ProcedureId id) {
            var kept = all.get(id);
            if (kept == null || kept.type.kind() != kind || !kept.resident.equals(resident)) {
                throw new AccessRefused(Decision.Reason.NO_GROUND);
            }
            return kept;
        }

        @Override
        public <A, E> List<A> all(ProcedureType<A, E> type) {
            return all.entrySet().stream()
                    .filter(one -> one.getValue().type.kind() == type.kind()
                            && one.getValue().resident.equals(resident))
                    .map(one -> find(type, one.getKey()))
                    .toList()
                    .reversed();
        }

        @Override
        @SuppressWarnings("unchecked")
        public <A, E> List<Step<E>> steps(ProcedureType<A, E> type, ProcedureId id) {
            return List.copyOf((List<Step<E>>) (List<?>) kept(type.kind(), id).steps);
        }

        @Override
        public byte[] paper(ProcedureKind kind, ProcedureId id, PaperId paper) {
            kept(kind, id);
            return papers.get(paper);
        }
    }
}
