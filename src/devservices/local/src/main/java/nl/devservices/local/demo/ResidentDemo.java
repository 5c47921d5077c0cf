package nl.devservices.local.demo;

import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.voorelkaar.consent.AccessRequest;
import nl.voorelkaar.consent.AccessRequests;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.Grants;
import nl.voorelkaar.consent.Mandate;
import nl.voorelkaar.consent.MandateId;
import nl.voorelkaar.consent.MandateScope;
import nl.voorelkaar.consent.Mandates;
import nl.voorelkaar.consent.ShownText;
import nl.voorelkaar.dossier.Dossiers;
import nl.voorelkaar.dossier.ShareCodes;

/** What the residents do: write in their own part, hand out a code, and answer who asked. */
final class ResidentDemo implements Runnable {

    private final ResidentPersonas people;
    private final Dossiers dossiers;
    private final ShareCodes codes;
    private final AccessRequests requests;
    private final Grants grants;
    private final Mandates mandates;
    private final DemoQuestion question;
    private final Clock clock;
    private final Path folder;

    ResidentDemo(
            ResidentPersonas people,
            Dossiers dossiers,
            ShareCodes codes,
            AccessRequests requests,
            Grants grants,
            Mandates mandates,
            DemoQuestion question,
            Clock clock,
            Path folder) {
        this.people = people;
        this.dossiers = dossiers;
        this.codes = codes;
        this.requests = requests;
        this.grants = grants;
        this.mandates = mandates;
        this.question = question;
        this.clock = clock;
        this.folder = folder;
    }

    @Override
    public void run() {
        if (DemoStep.DONE.isDone(folder)) {
            return;
        }
        if (!DemoStep.ASKED.isDone(folder)) {
            DemoStep.WRITTEN.done(folder, write());
        }
        DemoStep.ASKED.await(folder);
        if (!DemoStep.ANSWERED.isDone(folder)) {
            answer();
            DemoStep.ANSWERED.done(folder, Map.of());
        }
    }

    /** @return a share code per persona */
    private Map<String, String> write() {
        var today = CalendarDays.dayOf(clock.instant());
        var handedOut = new LinkedHashMap<String, String>();
        for (var persona : List.of("P01", "P03", "P09", "E1")) {
            var actor = people.signIn(persona);
            DemoEntry.all().stream()
                    .filter(entry ->
                            entry.dossier().equals(persona) && entry.author().equals(persona))
                    .forEach(entry -> dossiers.add(actor, actor.id(), entry.id(), entry.on(today)));
            handedOut.put(persona, codes.current(actor).text());
        }
        question.report(people.signIn("P03"));
        return handedOut;
    }

    private void answer() {
        give("P01", DemoRequest.NURSE_TO_FATIMA);
        var kees = people.signIn("P09");
        var given = give(kees, DemoRequest.COLLEAGUE_TO_KEES);
        given.ifPresent(grant -> grants.stop(kees, grant.id(), said("Ik stop met delen.")));
        requests.refuse(people.signIn("E1"), DemoRequest.MANAGER_TO_OMAR.id(), said("Ja, ik zeg nee."));
        question.apply(people.signIn("P03"));
        mandate();
    }

    /** One carer for two people. */
    private void mandate() {
        mandate("P01", "P02", MandateScope.LEZEN_PLAN, MandateScope.BERICHTEN, MandateScope.AFSPRAKEN);
        mandate(
                "E1",
                "P02",
                MandateScope.LEZEN_GEZONDHEID,
                MandateScope.LEZEN_BESLUITEN,
                MandateScope.DOCUMENTEN_TOEVOEGEN,
                MandateScope.MELDING,
                MandateScope.AANVRAAG,
                MandateScope.BEZWAAR,
                MandateScope.KLACHT,
                MandateScope.TOESTEMMING_BEHEREN);
    }

    private void mandate(String resident, String carer, MandateScope... scopes) {
        var id = new MandateId(DemoIds.of("mandate/" + resident + "/" + carer));
        var by = people.signIn(resident);
        var known = mandates.of(by).stream()
                .filter(mandate -> mandate.id().equals(id))
                .findFirst();
        if (known.filter(mandate ->
                        mandate.state() != Mandate.State.UITGENODIGD && mandate.state() != Mandate.State.GEACCEPTEERD)
                .isPresent()) {
            return;
        }
        if (known.filter(mandate -> mandate.state() == Mandate.State.GEACCEPTEERD)
                .isEmpty()) {
            var code = mandates.invite(by, id).code();
            mandates.accept(people.signIn(carer), code, people.nameOf(carer));
        }
        mandates.confirm(
                by,
                id,
                Set.of(scopes),
                CalendarDays.dayOf(clock.instant()).plusMonths(6),
                Mandate.Digest.WEEKLY,
                people.nameOf(resident),
                said(people.nameOf(carer) + " mag namens mij handelen."));
    }

    private void give(String persona, DemoRequest request) {
        give(people.signIn(persona), request);
    }

    /** @return empty when it was answered at an earlier start */
    private Optional<nl.voorelkaar.consent.Grant> give(Actor.Resident actor, DemoRequest request) {
        var asked = requests.find(actor, request.id());
        if (asked.state() != AccessRequest.State.AANGEVRAAGD) {
            return Optional.empty();
        }
        return Optional.of(grants.give(actor, asked.id(), asked.terms(), said(request.shown(asked))));
    }

    private static ShownText said(String words) {
        return new ShownText(words, Locale.forLanguageTag("nl"));
    }
}
