package nl.voorelkaar.portal.plan;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.dossier.plan.ChangedMeanwhile;
import nl.voorelkaar.dossier.plan.Ondersteuningsplan;
import nl.voorelkaar.dossier.plan.PlanRefusal;
import nl.voorelkaar.dossier.plan.PlanStep;
import nl.voorelkaar.dossier.plan.PlanVerb;
import nl.voorelkaar.dossier.plan.Plans;
import nl.voorelkaar.dossier.procedure.Author;
import nl.voorelkaar.dossier.procedure.ProcedureId;
import nl.voorelkaar.dossier.procedure.StepId;
import nl.voorelkaar.dossier.procedure.StepRefused;

/**
 * Who sits at a plan on this screen.
 *
 * @param actor asked at each step: a login can be renewed while the page is open
 * @param self who it was when the page was opened; for what happens outside a request
 * @param name of who sits here
 * @param path of the page of this plan, such as {@code /mijn/plan}; the other pages are below it
 */
public record Seat(
        Plans plans,
        Supplier<? extends Actor> actor,
        Actor self,
        String name,
        ResidentId resident,
        String path,
        Keeping keeping,
        Clock clock) {

    public static Seat of(
            Plans plans,
            Supplier<? extends Actor> actor,
            String name,
            ResidentId resident,
            String path,
            Keeping keeping,
            Clock clock) {
        return new Seat(plans, actor, actor.get(), name, resident, path, keeping, clock);
    }

    public boolean isResident() {
        return self instanceof Actor.Resident;
    }

    public LocalDate today() {
        return CalendarDays.dayOf(clock.instant());
    }

    public static StepId newStep() {
        return new StepId(UUID.randomUUID());
    }

    public PlanStep step(ProcedureId plan, StepId id) {
        return new PlanStep(actor.get(), resident, plan, id);
    }

    public Ondersteuningsplan find(ProcedureId plan) {
        return plans.find(actor.get(), resident, plan);
    }

    /** The plan that matters now. */
    public Optional<Ondersteuningsplan> newest() {
        return plans.of(actor.get(), resident).stream().findFirst();
    }

    /** Whether this person could take this step now: for showing buttons. The step itself decides again. */
    public boolean may(Ondersteuningsplan plan, PlanVerb verb) {
        try {
            verb.decide(plan, author(), clock.instant());
            return true;
        } catch (StepRefused | ChangedMeanwhile refused) {
            return false;
        }
    }

    /** Whether this step is one for this person, whatever else stands in its way now: that is told when they try. */
    public boolean concerns(Ondersteuningsplan plan, PlanVerb verb) {
        try {
            verb.decide(plan, author(), clock.instant());
            return true;
        } catch (StepRefused refused) {
            return refused.reason() != PlanRefusal.ROLE_MAY_NOT && refused.reason() != PlanRefusal.ONLY_THE_RESIDENT;
        } catch (ChangedMeanwhile changed) {
            return true;
        }
    }

    public Author author() {
        return switch (self) {
            case Actor.Resident _ -> new Author.Resident();
            case Actor.Acting acting -> new Author.Resident(Optional.of(new Author.Carer(acting.person(), name)));
            case Actor.Professional professional ->
                new Author.Professional(professional.id(), professional.role(), name);
        };
    }

    @Override
    public String toString() {
        return "Seat[" + path + "]";
    }
}
