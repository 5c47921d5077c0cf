package nl.devservices.local.demo;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.UuidV7;
import nl.voorelkaar.dossier.decision.Aanvraag;
import nl.voorelkaar.dossier.decision.Besluit;
import nl.voorelkaar.dossier.decision.DecisionText;
import nl.voorelkaar.dossier.decision.Decisions;
import nl.voorelkaar.dossier.decision.Result;
import nl.voorelkaar.dossier.decision.Sending;
import nl.voorelkaar.dossier.intake.Happened;
import nl.voorelkaar.dossier.intake.Intake;
import nl.voorelkaar.dossier.intake.Onderzoek;
import nl.voorelkaar.dossier.intake.Topic;
import nl.voorelkaar.dossier.procedure.CaseDesk;
import nl.voorelkaar.dossier.procedure.ProcedureHead;
import nl.voorelkaar.dossier.procedure.ProcedureId;
import nl.voorelkaar.dossier.procedure.ProcedureKind;
import nl.voorelkaar.dossier.procedure.Procedures;
import nl.voorelkaar.dossier.procedure.StepId;
import nl.voorelkaar.portal.workspace.decisions.Announcing;

/** What the municipality does with that question: a talk with its account, and a refusal that goes by post. */
final class DemoRefusal {

    private static final List<String> ADDRESS = List.of("J. Postma", "Dorpsstraat 1", "1234 AB Voorbeeldstad");

    private static final DecisionText NO_STAIRLIFT = new DecisionText(
            Result.AFGEWEZEN,
            "Wij zeggen nee op uw aanvraag voor een traplift. U hoeft nu niets te doen.",
            "U kunt beneden slapen en douchen na een kleine verbouwing. Daar helpen wij u bij. Een traplift is dan niet nodig.",
            "artikel 2.3.5 van de Wmo 2015",
            List.of(),
            "",
            "Carla de Groot, telefoon 14 0999");

    private final CaseDesk desk;
    private final Procedures procedures;
    private final Intake intake;
    private final Decisions decisions;
    private final Announcing announcing;
    private final Clock clock;

    DemoRefusal(
            CaseDesk desk,
            Procedures procedures,
            Intake intake,
            Decisions decisions,
            Announcing announcing,
            Clock clock) {
        this.desk = desk;
        this.procedures = procedures;
        this.intake = intake;
        this.decisions = decisions;
        this.announcing = announcing;
        this.clock = clock;
    }

    /** From where it stands, so that a start that broke off goes on. */
    void talk(Actor.Professional manager, Actor.Professional leader, ResidentId resident) {
        held(manager, leader, resident, ProcedureKind.ONDERZOEK).ifPresent(head -> {
            Supplier<Onderzoek.State> stands =
                    () -> intake.find(leader, resident, head.id()).state();
            if (stands.get() == Onderzoek.State.INGEDIEND) {
                step(leader, head, "start", (now, by, at) -> now.start(by, Happened.IdentityDocument.PASSPORT));
            }
            if (stands.get() == Onderzoek.State.ONDERZOEK) {
                step(leader, head, "talk-held", (now, by, at) -> now.holdTalk(by, CalendarDays.dayOf(at), at));
            }
            step(
                    leader,
                    head,
                    "give-report",
                    (now, by, at) -> now.giveReport(
                            by,
                            Map.of(
                                    Topic.NEEDS_AND_WISHES,
                                    "U wilt in uw eigen huis blijven wonen en elke dag kunnen douchen."),
                            "U kunt een traplift aanvragen. Wij kijken ook of u beneden kunt slapen en douchen."));
        });
    }

    private void step(Actor.Professional leader, ProcedureHead head, String name, Intake.Verb verb) {
        intake.take(leader, head.resident(), head.id(), step(), name, verb);
    }

    /** From where it stands, so that a start that broke off goes on. */
    void decide(Actor.Professional manager, Actor.Professional decider, ResidentId resident) {
        held(manager, decider, resident, ProcedureKind.AANVRAAG).ifPresent(head -> {
            if (aanvraag(decider, head).state() == Aanvraag.State.INGEDIEND) {
                decisions.take(decider, resident, head.id(), step(), "complete", (now, by, at) -> now.findComplete(by));
            }
            var besluit = decisions
                    .of(decider, resident)
                    .besluitOn(head.id())
                    .orElseGet(() -> decisions.draft(
                            decider,
                            resident,
                            head.id(),
                            new ProcedureId(UuidV7.at(clock.instant())),
                            step(),
                            NO_STAIRLIFT));
            if (besluit.state() == Besluit.State.CONCEPT) {
                besluit = decisions.establish(decider, resident, besluit.id(), step());
            }
            announcing.announce(
                    decider, resident, aanvraag(decider, head), besluit, Sending.Channel.BRIEF, ADDRESS, step());
        });
    }

    private Aanvraag aanvraag(Actor.Professional decider, ProcedureHead head) {
        return decisions.of(decider, head.resident()).aanvragen().stream()
                .filter(one -> one.id().equals(head.id()))
                .findFirst()
                .orElseThrow();
    }

    /** Empty when it was handled at an earlier start. */
    private Optional<ProcedureHead> held(
            Actor.Professional manager, Actor.Professional handler, ResidentId resident, ProcedureKind kind) {
        desk.waiting(manager).stream()
                .filter(head -> head.resident().equals(resident) && head.kind() == kind)
                .forEach(head -> desk.give(
                        manager,
                        head,
                        handler.id(),
                        CalendarDays.dayOf(clock.instant()).plusMonths(3)));
        return procedures.handledBy(handler).stream()
                .filter(head -> head.resident().equals(resident) && head.kind() == kind && !head.closed())
                .findFirst();
    }

    private static StepId step() {
        return new StepId(UUID.randomUUID());
    }
}
