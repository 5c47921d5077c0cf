package nl.devservices.local.demo;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.UuidV7;
import nl.voorelkaar.dossier.decision.Decisions;
import nl.voorelkaar.dossier.decision.Law;
import nl.voorelkaar.dossier.intake.Happened;
import nl.voorelkaar.dossier.intake.Intake;
import nl.voorelkaar.dossier.procedure.ProcedureId;
import nl.voorelkaar.dossier.procedure.StepId;

/** What somebody asks the municipality: a question for help, and an application after the talk about it. */
final class DemoQuestion {

    private final Intake intake;
    private final Decisions decisions;
    private final Clock clock;

    DemoQuestion(Intake intake, Decisions decisions, Clock clock) {
        this.intake = intake;
        this.decisions = decisions;
        this.clock = clock;
    }

    /** Once. */
    void report(Actor.Resident actor) {
        if (intake.of(actor, actor.id()).isEmpty()) {
            intake.report(
                    actor,
                    actor.id(),
                    fresh(),
                    new StepId(UUID.randomUUID()),
                    new Happened.Reported(
                            "Ik kom de trap bijna niet meer op. Boven zijn mijn bed en mijn douche.",
                            false,
                            Optional.of("Bel mij tussen tien en twaalf uur."),
                            Optional.empty()));
        }
    }

    /** Once. */
    void apply(Actor.Resident actor) {
        if (decisions.of(actor, actor.id()).aanvragen().isEmpty()) {
            decisions.file(
                    actor,
                    fresh(),
                    new StepId(UUID.randomUUID()),
                    "Een traplift. Dan kan ik weer in mijn eigen bed slapen.",
                    Law.WMO);
        }
    }

    private ProcedureId fresh() {
        return new ProcedureId(UuidV7.at(clock.instant()));
    }
}
