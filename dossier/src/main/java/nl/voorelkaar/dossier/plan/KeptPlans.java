package nl.voorelkaar.dossier.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.Carers;
import nl.voorelkaar.consent.Desk;
import nl.voorelkaar.consent.DeskAct;
import nl.voorelkaar.consent.DeskActId;
import nl.voorelkaar.consent.DeskOrder;
import nl.voorelkaar.consent.Parties;
import nl.voorelkaar.consent.Party;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.consent.UuidV7;
import nl.voorelkaar.dossier.Residents;
import nl.voorelkaar.dossier.deadline.Deadlines;
import nl.voorelkaar.dossier.decision.AanvraagType;
import nl.voorelkaar.dossier.decision.Decisions;
import nl.voorelkaar.dossier.paper.Papers;
import nl.voorelkaar.dossier.procedure.Author;
import nl.voorelkaar.dossier.procedure.PaperId;
import nl.voorelkaar.dossier.procedure.ProcedureId;
import nl.voorelkaar.dossier.procedure.ProcedureKind;
import nl.voorelkaar.dossier.procedure.Procedures;
import nl.voorelkaar.dossier.procedure.StepRefused;
import nl.voorelkaar.dossier.seal.DocumentSeal;
import nl.voorelkaar.dossier.seal.SealRefused;
import nl.voorelkaar.dossier.seal.SealRequest;
import nl.voorelkaar.dossier.seal.SealedPaper;
import org.springframework.stereotype.Service;

@Service
final class KeptPlans implements Plans {

    private static final Set<Section> HERE = Set.of(Section.PLAN);
    private static final Locale DUTCH = Locale.of("nl");
    /** How often somebody else may come between reading and sealing. */
    private static final int TRIES = 4;

    private static final String WITHDRAW = "withdraw";
    private static final int MOST_LETTERS = 20;

    private final Procedures procedures;
    private final Parties parties;
    private final Carers carers;
    private final Residents residents;
    private final Papers papers;
    private final Deadlines deadlines;
    private final DocumentSeal seal;
    private final Households households;
    /** On the workspace only. */
    private final Optional<Desk> desk;

    private final Filing filing;
    private final PlanType type;
    private final PreparedSignatureType prepared = new PreparedSignatureType();

    KeptPlans(
            Procedures procedures,
            Parties parties,
            Carers carers,
            Residents residents,
            Papers papers,
            Deadlines deadlines,
            DocumentSeal seal,
            AanvraagType applications,
            Decisions decisions,
            Households households,
            Optional<Desk> desk) {
        this.procedures = procedures;
        this.parties = parties;
        this.carers = carers;
        this.residents = residents;
        this.papers = papers;
        this.deadlines = deadlines;
        this.seal = seal;
        this.households = households;
        this.desk = desk;
        this.filing = new Filing(applications, decisions, deadlines);
        this.type = new PlanType(deadlines);
    }

    @Override
    public List<Ondersteuningsplan> of(Actor actor, ResidentId resident) {
        return procedures.read(actor, resident, HERE, reading -> reading.all(type));
    }

    @Override
    public Ondersteuningsplan find(Actor actor, ResidentId resident, ProcedureId plan) {
        return procedures.read(actor, resident, HERE, reading -> reading.find(type, plan));
    }

    @Override
    public byte[] paper(Actor actor, ResidentId resident, ProcedureId plan, PaperId paper) {
        return procedures.<byte[]>read(
                actor, resident, HERE, reading -> reading.paper(ProcedureKind.PLAN, plan, paper));
    }

    @Override
    public byte[] print(Actor actor, ResidentId resident, ProcedureId plan) {
        var ready =
                procedures.read(actor, resident, HERE, reading -> new ToPrint(reading.find(type, plan), reading.now()));
        return papers.print(PlanPaper.draft(
                        ready.plan(), nameOf(actor, resident), together(actor, resident, plan), ready.now()))
                .pdf();
    }

    @Override
    public Ondersteuningsplan start(PlanStep step, PlanWay way, Optional<ProcedureId> follows) {
        return procedures.take(step.actor(), step.resident(), HERE, "plan.start", turn -> {
            var content =
                    follows.map(before -> turn.find(type, before).content()).orElse(Content.EMPTY);
            return turn.start(
                    type, step.plan(), step.id(), new PlanEvent.Started(way, follows.map(ProcedureId::value), content));
        });
    }

    @Override
    public Ondersteuningsplan take(PlanStep step, String name, PlanVerb verb) {
        if (name.equals(WITHDRAW) && step.actor() instanceof Actor.Professional) {
            requireCode(step, DeskAct.Kind.WITHDRAW_PLAN);
        }
        return procedures.take(
                step.actor(),
                step.resident(),
                HERE,
                "plan." + name,
                turn -> turn.take(type, step.plan(), step.id(), plan -> verb.decide(plan, turn.author(), turn.now())));
    }

    @Override
    public Ondersteuningsplan freeze(PlanStep step) {
        var ready = procedures.read(step.actor(), step.resident(), HERE, reading -> {
            var taken = reading.steps(type, step.plan()).stream()
                    .anyMatch(one -> one.id().equals(step.id()));
            return taken
                    ? Optional.<ToPrint>empty()
                    : Optional.of(new ToPrint(reading.find(type, step.plan()), reading.now()));
        });
        if (ready.isEmpty()) {
            return find(step.actor(), step.resident(), step.plan());
        }
        var plan = ready.get().plan();
        var paper = new PaperId(UuidV7.at(ready.get().now()));
        // Refuses before the work of printing what would be refused after it.
        plan.freeze(author(step.actor()), paper, PlanPaper.NOT_PRINTED, plan.textStep());
        var printed = papers.print(PlanPaper.toSign(
                plan,
                nameOf(step.actor(), step.resident()),
                together(step.actor(), step.resident(), step.plan()),
                nameOf(step.actor()),
                deadlines.policy().coolingOffDays(),
                ready.get().now()));
        var frozen = procedures.take(step.actor(), step.resident(), HERE, "plan.freeze", turn -> {
            var now = turn.take(
                    type,
                    step.plan(),
                    step.id(),
                    stands -> stands.freeze(turn.author(), paper, printed.fingerprint(), plan.textStep()));
            turn.keep(ProcedureKind.PLAN, step.plan(), paper, printed.pdf());
            return now;
        });
        households.share(step.actor(), step.resident(), frozen);
        return frozen;
    }

    /** By name, who of the household takes part besides the resident. */
    private List<String> together(Actor actor, ResidentId resident, ProcedureId plan) {
        return households.of(actor, resident, plan).stream()
                .flatMap(household -> household.others().stream())
                .filter(member -> member.left().isEmpty())
                .map(Household.Member::name)
                .toList();
    }

    private record ToPrint(Ondersteuningsplan plan, Instant now) {}

    @Override
    public Ondersteuningsplan sign(PlanStep step, Intent intent) {
        for (var attempt = 1; ; attempt++) {
            try {
                return signOnce(step, intent);
            } catch (StepRefused refused) {
                if (refused.reason() != PlanRefusal.MOVED || attempt == TRIES) {
                    throw refused;
                }
            }
        }
    }

    private Ondersteuningsplan signOnce(PlanStep step, Intent intent) {
        var actor = step.actor();
        var login = Login.of(actor);
        var by = author(actor);
        var ready = procedures.read(actor, step.resident(), HERE, reading -> {
            var plan = reading.find(type, step.plan());
            if (reading.steps(type, step.plan()).stream()
                    .anyMatch(one -> one.id().equals(step.id()))) {
                return new ToSeal(plan, Optional.empty(), new byte[0], reading.now());
            }
            var version = plan.mayBeSigned(by, intent.as(), login, intent.sha256(), intent.apply(), reading.now());
            return new ToSeal(
                    plan,
                    Optional.of(version),
                    reading.paper(ProcedureKind.PLAN, step.plan(), version.paper()),
                    reading.now());
        });
        if (ready.version().isEmpty()) {
            return ready.plan();
        }
        var version = ready.version().get();
        var evidence = Evidence.of(
                step.resident(),
                by,
                nameOf(actor),
                intent,
                version,
                login,
                ready.now(),
                deadlines.policy().coolingOffDays());
        var sealed = seal(version, ready.pdf(), intent, nameOf(actor), evidence);
        var paper = new PaperId(UuidV7.at(ready.now()));
        var sections = filing.sections(ready.plan(), intent.apply());
        return procedures.take(actor, step.resident(), sections, "plan.sign", turn -> {
            var signed = turn.take(
                    type,
                    step.plan(),
                    step.id(),
                    now -> now.sign(
                            turn.author(),
                            intent.as(),
                            login,
                            intent.sha256(),
                            version.paper(),
                            paper,
                            new Ondersteuningsplan.Sealing(sealed.at(), evidence, sealed.evidenceSha256()),
                            intent.apply(),
                            filing.file(turn, now, intent.apply()),
                            turn.now(),
                            deadlines));
            turn.keep(ProcedureKind.PLAN, step.plan(), paper, sealed.pdf());
            PreparedSignatures.done(turn, prepared, step.plan(), PreparedSignature.Act.SIGN);
            return signed;
        });
    }

    private record ToSeal(Ondersteuningsplan plan, Optional<Version> version, byte[] pdf, Instant now) {}

    private SealedPaper seal(Version version, byte[] pdf, Intent intent, String signer, String evidence) {
        var state = PlanState.TER_ONDERTEKENING.name();
        try {
            return seal.seal(
                    pdf,
                    new SealRequest(
                            version.fingerprint(),
                            intent.as().place(),
                            signer,
                            intent.as().place(),
                            intent.declaration(),
                            evidence,
                            DUTCH));
        } catch (SealRefused refused) {
            throw new StepRefused(
                    switch (refused.reason()) {
                        case STALE, ALTERED -> PlanRefusal.STALE_VERSION;
                        case ALREADY_SEALED -> PlanRefusal.ALREADY_SIGNED;
                        case NO_SUCH_PLACE, TIMESTAMP_UNAVAILABLE, SEAL_UNAVAILABLE -> PlanRefusal.SEAL_UNAVAILABLE;
                    },
                    state);
        }
    }

    @Override
    public Ondersteuningsplan signInInk(
            PlanStep step, String sha256, byte[] scan, LocalDate signedOn, Optional<Apply> apply) {
        requireCode(step, DeskAct.Kind.SIGN_PLAN);
        var paper = new PaperId(
                UUID.nameUUIDFromBytes(step.id().toString().getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        return procedures.take(step.actor(), step.resident(), HERE, "plan.sign-ink", turn -> {
            var signed = turn.take(
                    type,
                    step.plan(),
                    step.id(),
                    plan -> plan.signInInk(turn.author(), sha256, paper, signedOn, apply, turn.now(), deadlines));
            turn.keep(ProcedureKind.PLAN, step.plan(), paper, scan);
            return signed;
        });
    }

    private void requireCode(PlanStep step, DeskAct.Kind kind) {
        var plan = find(step.actor(), step.resident(), step.plan());
        if (code(step, plan, kind)
                .filter(act -> act.state() == DeskAct.State.UITGEVOERD)
                .isEmpty()) {
            throw new StepRefused(PlanRefusal.CODE_NEEDED, plan.state().name());
        }
    }

    @Override
    public Optional<DeskAct> paperCode(PlanStep step, DeskAct.Kind kind) {
        return code(step, find(step.actor(), step.resident(), step.plan()), kind);
    }

    @Override
    public DeskAct askPaperCode(PlanStep step, DeskAct.Kind kind, DeskAct.Channel channel) {
        var plan = find(step.actor(), step.resident(), step.plan());
        return code(step, plan, kind).orElseGet(() -> {
            var order = kind == DeskAct.Kind.SIGN_PLAN
                    ? new DeskOrder.SignPlan(step.plan().value())
                    : new DeskOrder.WithdrawPlan(step.plan().value());
            return desk.orElseThrow()
                    .record(
                            (Actor.Professional) step.actor(),
                            step.resident(),
                            letter(step, plan, kind, letters(step, plan, kind).size()),
                            channel,
                            order,
                            Optional.empty());
        });
    }

    /** The newest letter about this version, unless nothing came of it. */
    private Optional<DeskAct> code(PlanStep step, Ondersteuningsplan plan, DeskAct.Kind kind) {
        return letters(step, plan, kind).stream()
                .reduce((earlier, later) -> later)
                .filter(act -> act.state().open() || act.state() == DeskAct.State.UITGEVOERD);
    }

    private List<DeskAct> letters(PlanStep step, Ondersteuningsplan plan, DeskAct.Kind kind) {
        var found = new ArrayList<DeskAct>();
        if (desk.isEmpty() || !(step.actor() instanceof Actor.Professional professional)) {
            return found;
        }
        for (var number = 0; number < MOST_LETTERS; number++) {
            var act = desk.get().find(professional, step.resident(), letter(step, plan, kind, number));
            if (act.isEmpty()) {
                return found;
            }
            found.add(act.get());
        }
        return found;
    }

    /** Of one version: what was signed before the text changed needs a code of its own. */
    private static DeskActId letter(PlanStep step, Ondersteuningsplan plan, DeskAct.Kind kind, int number) {
        var version =
                plan.version().map(frozen -> frozen.fingerprint().sha256()).orElse("");
        return new DeskActId(UUID.nameUUIDFromBytes((step.plan() + "|" + kind + "|" + version + "|" + number)
                .getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }

    @Override
    public Ondersteuningsplan withdraw(PlanStep step, boolean application) {
        var sections = application ? Filing.WITH_DECISIONS : HERE;
        return procedures.take(step.actor(), step.resident(), sections, "plan.withdraw", turn -> {
            var after = turn.take(type, step.plan(), step.id(), plan -> {
                var withdrawn = plan.withdraw(turn.author(), application, turn.now());
                if (application) {
                    filing.stop(turn, plan);
                }
                return withdrawn;
            });
            PreparedSignatures.done(turn, prepared, step.plan(), PreparedSignature.Act.WITHDRAW);
            return after;
        });
    }

    private Author author(Actor actor) {
        return switch (actor) {
            case Actor.Resident _ -> new Author.Resident();
            case Actor.Acting acting ->
                new Author.Resident(Optional.of(new Author.Carer(acting.person(), nameOf(acting))));
            case Actor.Professional professional ->
                new Author.Professional(professional.id(), professional.role(), nameOf(professional));
        };
    }

    private String nameOf(Actor actor) {
        return switch (actor) {
            case Actor.Resident resident -> residents.profile(resident).name();
            case Actor.Acting acting ->
                carers.nameOf(acting).orElseThrow(() -> new IllegalStateException("who acts was never mandated"));
            case Actor.Professional professional ->
                Optional.ofNullable(parties.find(Set.of(professional.id())).get(professional.id()))
                        .map(Party::name)
                        .orElseThrow(() -> new IllegalStateException("who acts never signed in"));
        };
    }

    private String nameOf(Actor actor, ResidentId resident) {
        return switch (actor) {
            case Actor.Resident self -> residents.profile(self).name();
            case Actor.Acting acting -> carers.residentOf(acting).orElse("");
            case Actor.Professional professional ->
                residents.names(professional, List.of(resident)).getOrDefault(resident, "");
        };
    }
}
