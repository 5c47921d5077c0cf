package nl.voorelkaar.portal.workspace.dossiers;

import com.vaadin.flow.spring.annotation.SpringComponent;
import com.vaadin.flow.spring.annotation.VaadinSessionScope;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.CaseAssignments;
import nl.voorelkaar.consent.Face;
import nl.voorelkaar.consent.Grant;
import nl.voorelkaar.consent.Grants;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.dossier.Residents;
import nl.voorelkaar.portal.access.SignedIn;
import nl.voorelkaar.portal.workspace.dossiers.HeldDossier.Ground;

/**
 * The dossiers that are open for the professional of this session, from grants and cases as they are at each call.
 * Names are asked for once a session: every asking is a line in the resident's log.
 */
@SpringComponent
@VaadinSessionScope
@Face.OnWorkspace
public class Caseload {

    /** Within how many days an end counts as soon. */
    public static final int SOON_DAYS = 14;

    private final SignedIn signedIn;
    private final Grants grants;
    private final CaseAssignments cases;
    private final Residents residents;
    private final Map<ResidentId, String> names = new HashMap<>();

    Caseload(SignedIn signedIn, Grants grants, CaseAssignments cases, Residents residents) {
        this.signedIn = signedIn;
        this.grants = grants;
        this.cases = cases;
        this.residents = residents;
    }

    /** What can be opened now, soonest end first. */
    public synchronized List<HeldDossier> open() {
        var actor = signedIn.professional();
        var grounds = new LinkedHashMap<ResidentId, List<Ground>>();
        for (var grant : grants.heldBy(actor)) {
            if (grant.state() == Grant.State.ACTIEF) {
                grounds.computeIfAbsent(grant.resident(), key -> new ArrayList<>())
                        .add(new Ground.ByConsent(grant, !grant.to().id().equals(actor.id())));
            }
        }
        for (var assignment : cases.heldBy(actor)) {
            grounds.computeIfAbsent(assignment.resident(), key -> new ArrayList<>())
                    .add(new Ground.ByLaw(assignment));
        }
        learnNames(actor, grounds);
        return grounds.entrySet().stream()
                .map(entry -> new HeldDossier(
                        entry.getKey(), Optional.ofNullable(names.get(entry.getKey())), entry.getValue()))
                .sorted(Comparator.comparing(HeldDossier::firstEnd)
                        .thenComparing(dossier -> dossier.name().orElse("")))
                .toList();
    }

    /** How many dossiers a resident has paused: they are not open now, and may be again. */
    public int paused() {
        return (int) grants.heldBy(signedIn.professional()).stream()
                .filter(grant -> grant.state() == Grant.State.GEPAUZEERD)
                .count();
    }

    /** The names of those whose dossier is open for this professional now. */
    public Map<ResidentId, String> names() {
        return open().stream()
                .filter(dossier -> dossier.name().isPresent())
                .collect(Collectors.toMap(
                        HeldDossier::resident, dossier -> dossier.name().orElseThrow()));
    }

    /** Empty for a handle that is not, or no longer, one of this professional's grounds. */
    public Optional<HeldDossier> find(String handle) {
        return open().stream()
                .filter(dossier -> dossier.grounds().stream()
                        .anyMatch(ground -> ground.id().toString().equals(handle)))
                .findFirst();
    }

    private void learnNames(Actor.Professional actor, Map<ResidentId, List<Ground>> grounds) {
        names.keySet().retainAll(grounds.keySet());
        var unknown = grounds.keySet().stream()
                .filter(resident -> !names.containsKey(resident))
                .limit(500)
                .toList();
        if (!unknown.isEmpty()) {
            names.putAll(residents.names(actor, unknown));
        }
    }
}
