package nl.voorelkaar.portal.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Comparator;
import java.util.stream.Stream;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.CaseAssignment;
import nl.voorelkaar.consent.CaseAssignments;
import nl.voorelkaar.consent.Face;
import nl.voorelkaar.consent.Grants;
import nl.voorelkaar.consent.GroundTable;
import nl.voorelkaar.portal.access.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is open for the professional or the program that asks, and why. Ids and terms only: no name, no content. */
@RestController
@Face.OnWorkspace
@Tag(name = "Toegang")
class OpeningsApi {

    private final SignedIn signedIn;
    private final Grants grants;
    private final CaseAssignments cases;
    private final GroundTable table;

    OpeningsApi(SignedIn signedIn, Grants grants, CaseAssignments cases, GroundTable table) {
        this.signedIn = signedIn;
        this.grants = grants;
        this.cases = cases;
        this.table = table;
    }

    @Operation(operationId = "toegang", summary = "Wat u mag openen, en op welke grond")
    @GetMapping(Paths.OPENINGS)
    Forms.Openings openings(
            @RequestParam(name = "na", required = false) @Nullable String after,
            @RequestParam(name = "aantal", defaultValue = Cursor.USUAL) int size) {
        var actor = signedIn.professional();
        var all = Stream.concat(
                        grants.heldBy(actor).stream().map(Forms.Opening::of),
                        cases.heldBy(actor).stream().map(task -> Forms.Opening.of(task, writes(actor, task))))
                .sorted(Comparator.comparing(Forms.Opening::id))
                .toList();
        var page = Cursor.page(all, Forms.Opening::id, after, size);
        return new Forms.Openings(page.items(), page.next());
    }

    private boolean writes(Actor.Professional actor, CaseAssignment task) {
        return table.byLaw().stream()
                .filter(row -> row.role() == actor.role() && row.statute().equals(task.statute()))
                .anyMatch(row -> task.sections().stream().anyMatch(row.writes()::contains));
    }
}
