package nl.devservices.local.demo;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.voorelkaar.consent.AccessRequests;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.CaseAssignment;
import nl.voorelkaar.consent.CaseAssignments;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.dossier.Dossiers;
import nl.voorelkaar.dossier.ShareCodes;

/** What the professionals do: get cases, write in the municipal file, ask, and write what a grant lets them. */
final class WorkspaceDemo implements Runnable {

    private static final String MANAGER = "P14";

    /** Who handles objections, decides on them, and answers questions. */
    private static final List<String> COLLEAGUES = List.of("P15", "S5", "S6");

    private final StaffPersonas people;
    private final Dossiers dossiers;
    private final ShareCodes codes;
    private final AccessRequests requests;
    private final CaseAssignments cases;
    private final DemoRefusal refusal;
    private final Clock clock;
    private final Path folder;
    private final Map<String, Actor.Professional> signedIn = new HashMap<>();

    WorkspaceDemo(
            StaffPersonas people,
            Dossiers dossiers,
            ShareCodes codes,
            AccessRequests requests,
            CaseAssignments cases,
            DemoRefusal refusal,
            Clock clock,
            Path folder) {
        this.people = people;
        this.dossiers = dossiers;
        this.codes = codes;
        this.requests = requests;
        this.cases = cases;
        this.refusal = refusal;
        this.clock = clock;
        this.folder = folder;
    }

    @Override
    public void run() {
        if (DemoStep.DONE.isDone(folder)) {
            return;
        }
        var handedOut = DemoStep.WRITTEN.await(folder);
        if (!DemoStep.ASKED.isDone(folder)) {
            DemoStep.ASKED.done(folder, workAndAsk(handedOut));
        }
        DemoStep.ANSWERED.await(folder);
        var facts = DemoStep.ASKED.await(folder);
        write("P13", "P01", ResidentId.of(facts.get("P01")), LocalDate.parse(facts.get("today")));
        refusal.decide(as(MANAGER), as("S2"), ResidentId.of(facts.get("P03")));
        DemoStep.DONE.done(folder, Map.of());
    }

    /** @return whose dossier is whose, and what day it was */
    private Map<String, String> workAndAsk(Map<String, String> handedOut) {
        // Somebody can be given a case, or a question, once they signed in.
        COLLEAGUES.forEach(this::as);
        var today = CalendarDays.dayOf(clock.instant());
        var dossierOf = new HashMap<String, ResidentId>();
        handedOut.forEach((persona, code) -> dossierOf.put(persona, codes.redeem(as("P12"), code)));
        var fatima = dossierOf.get("P01");
        var jan = dossierOf.get("P03");

        give("P11", fatima, "Wmo 2.3.2", today.plusMonths(3));
        write("P11", "P01", fatima, today);
        during("S1", fatima, "Wmo 2.3.2", today, () -> write("S1", "P01", fatima, today));
        during("S2", fatima, "Wmo 2.3.5", today, () -> write("S2", "P01", fatima, today));
        refusal.talk(as(MANAGER), as("S3"), jan);

        for (var request : DemoRequest.values()) {
            var actor = as(request.by());
            if (requests.asked(actor).stream().noneMatch(asked -> asked.id().equals(request.id()))) {
                requests.ask(actor, request.id(), request.of(dossierOf.get(request.to()), today));
            }
        }
        var facts = new HashMap<String, String>();
        dossierOf.forEach((persona, resident) -> facts.put(persona, resident.toString()));
        facts.put("today", today.toString());
        return facts;
    }

    private void write(String author, String dossier, ResidentId resident, LocalDate today) {
        DemoEntry.all().stream()
                .filter(entry ->
                        entry.author().equals(author) && entry.dossier().equals(dossier))
                .forEach(entry -> dossiers.add(as(author), resident, entry.id(), entry.on(today)));
    }

    private CaseAssignment give(String persona, ResidentId resident, String statute, LocalDate until) {
        return held(persona, resident, statute)
                .orElseGet(() -> cases.assign(as(MANAGER), resident, as(persona).id(), statute, until));
    }

    /** A case for as long as the work takes. */
    private void during(String persona, ResidentId resident, String statute, LocalDate today, Runnable work) {
        var assignment = give(persona, resident, statute, today.plusDays(1));
        work.run();
        cases.end(as(MANAGER), assignment.id());
    }

    private Optional<CaseAssignment> held(String persona, ResidentId resident, String statute) {
        return cases.heldBy(as(persona)).stream()
                .filter(held ->
                        held.resident().equals(resident) && held.statute().equals(statute))
                .findFirst();
    }

    private Actor.Professional as(String persona) {
        return signedIn.computeIfAbsent(persona, people::signIn);
    }
}
