package nl.voorelkaar.dossier.plan;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.consent.UuidV7;
import nl.voorelkaar.dossier.deadline.Deadlines;
import nl.voorelkaar.dossier.deadline.Rule;
import nl.voorelkaar.dossier.decision.Aanvraag;
import nl.voorelkaar.dossier.decision.AanvraagEvent;
import nl.voorelkaar.dossier.decision.AanvraagType;
import nl.voorelkaar.dossier.decision.Decisions;
import nl.voorelkaar.dossier.decision.Law;
import nl.voorelkaar.dossier.procedure.ProcedureId;
import nl.voorelkaar.dossier.procedure.StepId;
import nl.voorelkaar.dossier.procedure.Turn;

/**
 * The application that the resident chose when signing. Files in the resident's own turn only: the signature of a
 * professional touches nothing that is the resident's to ask.
 */
final class Filing {

    static final Set<Section> WITH_DECISIONS = Set.copyOf(EnumSet.of(Section.PLAN, Section.BESLUITEN));
    private static final Set<Section> WITH_INTAKE =
            Set.copyOf(EnumSet.of(Section.PLAN, Section.BESLUITEN, Section.MELDING));

    private final AanvraagType applications;
    private final Decisions decisions;
    private final Deadlines deadlines;

    Filing(AanvraagType applications, Decisions decisions, Deadlines deadlines) {
        this.applications = applications;
        this.decisions = decisions;
        this.deadlines = deadlines;
    }

    Set<Section> sections(Ondersteuningsplan plan, Optional<Apply> chosen) {
        return files(plan, chosen) ? WITH_INTAKE : Set.of(Section.PLAN);
    }

    /**
     * Files, or prepares, what was chosen; once for a plan. What is prepared is filed when the time to think is over,
     * counted from the resident's own signature: a professional who signs late does not postpone it.
     */
    Optional<ProcedureId> file(Turn turn, Ondersteuningsplan plan, Optional<Apply> chosen) {
        if (!files(plan, chosen)) {
            return Optional.empty();
        }
        var id = new ProcedureId(UuidV7.at(turn.now()));
        applications.start(turn, id, new StepId(UUID.randomUUID()), beginning(turn, plan, chosen.orElseThrow()));
        return Optional.of(id);
    }

    private AanvraagEvent.Beginning beginning(Turn turn, Ondersteuningsplan plan, Apply chosen) {
        var law = switch (plan.way()) {
            case SAMEN, HUISHOUDEN -> Law.WMO;
            case FAMILIEGROEPSPLAN, EIGEN_KRACHT -> Law.JEUGDWET;
        };
        var basis = decisions.basis(turn);
        var inquiry = decisions.latestOnderzoek(turn);
        var of = Optional.of(plan.id());
        if (chosen == Apply.NOW) {
            return Aanvraag.file(what(plan), law, basis, inquiry, of);
        }
        var end = deadlines.of(Rule.COOLING_OFF, CalendarDays.dayOf(turn.now())).end();
        return Aanvraag.prepare(what(plan), law, basis, inquiry, of, end);
    }

    /** What only the municipality can give; without that, what the plan is for. */
    private static String what(Ondersteuningsplan plan) {
        var support = plan.part(PlanPart.INDIVIDUEEL).text();
        return support.isBlank() ? whole(plan) : support;
    }

    private static String whole(Ondersteuningsplan plan) {
        var text = new StringBuilder(plan.part(PlanPart.RESULTAAT).text());
        PlanItem.ARRANGEMENT.parts().stream()
                .map(part -> plan.part(part).text())
                .filter(layer -> !layer.isBlank())
                .forEach(layer -> text.append(text.isEmpty() ? "" : "\n").append(layer));
        return text.isEmpty() ? "n.v.t." : text.substring(0, Math.min(text.length(), Aanvraag.LONGEST_TEXT / 2));
    }

    void stop(Turn turn, Ondersteuningsplan plan) {
        plan.application().ifPresent(id -> {
            var state = turn.find(applications, id).state();
            if (state.open()) {
                turn.take(
                        applications,
                        id,
                        new StepId(UUID.randomUUID()),
                        now -> now.state() == Aanvraag.State.KLAARGEZET
                                ? now.cancel(turn.author())
                                : now.withdraw(turn.author()));
            }
        });
    }

    private static boolean files(Ondersteuningsplan plan, Optional<Apply> chosen) {
        return plan.application().isEmpty()
                && chosen.filter(apply -> apply != Apply.NOT_YET).isPresent();
    }
}
