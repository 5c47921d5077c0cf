package nl.voorelkaar.portal.workspace.handover;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.Face;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.dossier.plan.Household;
import nl.voorelkaar.dossier.plan.Households;
import nl.voorelkaar.dossier.procedure.CaseDesk;
import nl.voorelkaar.dossier.procedure.ProcedureHead;
import nl.voorelkaar.dossier.procedure.ProcedureKind;
import nl.voorelkaar.dossier.procedure.Procedures;
import nl.voorelkaar.portal.ui.Dates;
import nl.voorelkaar.portal.ui.Words;
import nl.voorelkaar.portal.workspace.cases.CaseWords;
import org.springframework.stereotype.Component;

/**
 * What does not go along when a case is handed over: what nobody was given yet, and the plans of those who live with
 * the resident and make theirs together. Told to who hands over, and below the note that the colleague and the resident
 * read.
 */
@Component
@Face.OnWorkspace
class StaysBehind {

    private final CaseDesk desk;
    private final Procedures procedures;
    private final Households households;

    StaysBehind(CaseDesk desk, Procedures procedures, Households households) {
        this.desk = desk;
        this.procedures = procedures;
        this.households = households;
    }

    /** In sentences; empty when everything goes along. */
    Optional<String> of(Actor.Professional actor, ResidentId resident) {
        return Optional.of(Stream.of(waiting(actor, resident), atHome(actor, resident))
                        .flatMap(Optional::stream)
                        .collect(Collectors.joining(" ")))
                .filter(words -> !words.isEmpty());
    }

    private Optional<String> waiting(Actor.Professional actor, ResidentId resident) {
        return listed(
                "workspace.handover.behind",
                desk.ofNobody(actor, resident).stream()
                        .map(head -> Words.say(
                                "workspace.waiting.row", CaseWords.what(head), Dates.moment(head.startedAt())))
                        .toList());
    }

    private Optional<String> atHome(Actor.Professional actor, ResidentId resident) {
        return listed(
                "workspace.handover.behind.household",
                procedures.handledBy(actor).stream()
                        .filter(head -> head.kind() == ProcedureKind.PLAN
                                && head.resident().equals(resident))
                        .map(ProcedureHead::id)
                        .flatMap(plan -> households.of(actor, resident, plan).stream())
                        .flatMap(household -> household.others().stream())
                        .filter(member -> member.left().isEmpty())
                        .map(Household.Member::name)
                        .distinct()
                        .toList());
    }

    private static Optional<String> listed(String key, List<String> items) {
        return items.isEmpty() ? Optional.empty() : Optional.of(Words.say(key, Words.list(items)));
    }
}
