package nl.voorelkaar.portal.workspace.home;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.voorelkaar.consent.AccessRequest;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.RequestId;
import nl.voorelkaar.dossier.decision.Aanvraag;
import nl.voorelkaar.dossier.procedure.ProcedureHead;
import nl.voorelkaar.portal.ui.Dates;
import nl.voorelkaar.portal.ui.People;
import nl.voorelkaar.portal.ui.Words;
import nl.voorelkaar.portal.workspace.WorkspacePaths;
import nl.voorelkaar.portal.workspace.cases.CaseWords;
import nl.voorelkaar.portal.workspace.dossiers.Caseload;
import nl.voorelkaar.portal.workspace.dossiers.HeldDossier;
import nl.voorelkaar.portal.workspace.dossiers.HeldDossier.Ground;
import nl.voorelkaar.portal.workspace.requests.Telling;

/**
 * What needs a professional now: terms that are over or near first, then what colleagues wait for, then fresh answers,
 * then access that ends soon, then requests that will lapse.
 */
final class Needs {

    /** How long an answer counts as fresh. */
    static final Duration FRESH = Duration.ofDays(3);

    private static final Duration LAPSES_SOON = Duration.ofDays(3);
    private static final int MOST = 12;

    private Needs() {}

    /**
     * @param detail may be empty
     * @param act what the link says
     */
    record Need(String words, Optional<CaseWords.Due> due, String detail, String path, String act) {

        Need(String words, String detail, String path, String act) {
            this(words, Optional.empty(), detail, path, act);
        }
    }

    /** What is only prepared was not received: nobody works on it. */
    static boolean notReceived(ProcedureHead head) {
        return head.state().equals(Aanvraag.State.KLAARGEZET.name());
    }

    static List<Need> of(
            List<HeldDossier> open,
            List<ProcedureHead> handled,
            List<Need> fromColleagues,
            List<AccessRequest> asked,
            LocalDate today,
            Instant now) {
        var needs = new ArrayList<Need>();
        pressing(open, handled, today, needs);
        needs.addAll(fromColleagues);
        freshlyOpen(open, asked, now, needs);
        endsSoon(open, today, needs);
        lapsing(asked, now, needs);
        return needs.stream().limit(MOST).toList();
    }

    private static void pressing(
            List<HeldDossier> open, List<ProcedureHead> handled, LocalDate today, List<Need> needs) {
        var names = open.stream().collect(Collectors.toMap(HeldDossier::resident, Needs::name, (first, _) -> first));
        handled.stream()
                .filter(head -> !notReceived(head))
                .filter(head -> CaseWords.over(head, today) || CaseWords.soon(head, today))
                .sorted(Comparator.comparing(head -> head.due().orElseThrow()))
                .forEach(head -> needs.add(new Need(
                        Words.say(
                                "workspace.home.case",
                                CaseWords.what(head),
                                names.getOrDefault(head.resident(), Words.say("workspace.case.somebody"))),
                        CaseWords.anyDue(head, today),
                        CaseWords.state(head),
                        CaseWords.path(head),
                        Words.say("workspace.case.open"))));
    }

    private static void freshlyOpen(List<HeldDossier> open, List<AccessRequest> asked, Instant now, List<Need> needs) {
        Map<RequestId, AccessRequest> requests =
                asked.stream().collect(Collectors.toMap(AccessRequest::id, request -> request, (first, _) -> first));
        for (var dossier : open) {
            for (var ground : dossier.grounds()) {
                if (ground instanceof Ground.ByConsent consent
                        && !consent.standIn()
                        && now.isBefore(consent.grant().from().plus(FRESH))) {
                    var request =
                            Optional.ofNullable(requests.get(consent.grant().request()));
                    needs.add(new Need(
                            Words.say("workspace.home.answered.yes", name(dossier)),
                            request.map(known -> Words.say(
                                            "workspace.home.answered.yes.detail",
                                            Dates.shortDay(CalendarDays.dayOf(known.askedAt()))))
                                    .orElseGet(() -> consent.grant().purpose().text()),
                            WorkspacePaths.dossier(dossier.handle()),
                            Words.say("workspace.home.open")));
                }
            }
        }
    }

    private static void endsSoon(List<HeldDossier> open, LocalDate today, List<Need> needs) {
        for (var dossier : open) {
            for (var ground : dossier.grounds()) {
                var days = ChronoUnit.DAYS.between(today, ground.lastDay());
                if (days <= Caseload.SOON_DAYS) {
                    var last = Dates.day(ground.lastDay());
                    needs.add(new Need(
                            ends(name(dossier), days),
                            switch (ground) {
                                case Ground.ByConsent _ -> Words.say("workspace.home.ends.detail", last);
                                case Ground.ByLaw law ->
                                    Words.say(
                                            "workspace.home.case.ends.detail",
                                            People.statute(law.assignment().statute()),
                                            last);
                            },
                            WorkspacePaths.dossier(dossier.handle()),
                            Words.say("workspace.home.open")));
                }
            }
        }
    }

    private static void lapsing(List<AccessRequest> asked, Instant now, List<Need> needs) {
        for (var request : asked) {
            if (request.state() == AccessRequest.State.AANGEVRAAGD
                    && !now.isBefore(request.expiresAt().minus(LAPSES_SOON))) {
                needs.add(new Need(
                        Words.say(
                                "workspace.home.lapses",
                                Dates.moment(request.askedAt()),
                                Dates.day(Dates.lastDay(request.expiresAt()))),
                        detail(request),
                        "/" + WorkspacePaths.REQUESTS,
                        Words.say("workspace.home.to.request")));
            }
        }
    }

    /** What tells this request from another, while there is no name. */
    private static String detail(AccessRequest request) {
        var purpose = Words.say("workspace.home.purpose", request.purpose().text());
        return Telling.found(request).map(how -> purpose + " · " + how).orElse(purpose);
    }

    private static String ends(String name, long days) {
        if (days <= 0) {
            return Words.say("workspace.home.ends.today", name);
        }
        return days == 1
                ? Words.say("workspace.home.ends.tomorrow", name)
                : Words.say("workspace.home.ends.days", name, Long.toString(days));
    }

    static String name(HeldDossier dossier) {
        return dossier.name().orElseGet(() -> Words.say("workspace.dossiers.noname"));
    }
}
