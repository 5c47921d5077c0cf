package nl.voorelkaar.portal.workspace.home;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.Consult;
import nl.voorelkaar.consent.Consults;
import nl.voorelkaar.consent.Face;
import nl.voorelkaar.consent.Handover;
import nl.voorelkaar.consent.Handovers;
import nl.voorelkaar.consent.Parties;
import nl.voorelkaar.consent.Party;
import nl.voorelkaar.consent.PartyId;
import nl.voorelkaar.consent.Role;
import nl.voorelkaar.portal.ui.Dates;
import nl.voorelkaar.portal.ui.Words;
import nl.voorelkaar.portal.workspace.WorkspacePaths;
import nl.voorelkaar.portal.workspace.dossiers.HeldDossier;
import nl.voorelkaar.portal.workspace.home.Needs.Need;
import org.springframework.stereotype.Component;

/**
 * What colleagues put before a professional: a question to an expert, an expert's answer, and a case that is handed
 * over.
 */
@Component
@Face.OnWorkspace
class FromColleagues {

    private final Consults consults;
    private final Handovers handovers;
    private final Parties parties;

    FromColleagues(Consults consults, Handovers handovers, Parties parties) {
        this.consults = consults;
        this.handovers = handovers;
        this.parties = parties;
    }

    List<Need> waiting(Actor.Professional actor, List<HeldDossier> open, Instant now) {
        var put = actor.role() == Role.SPEC
                ? consults.putTo(actor).stream()
                        .filter(one -> one.state() == Consult.State.OPEN)
                        .toList()
                : List.<Consult>of();
        var answered = consults.askedBy(actor).stream()
                .filter(one -> one.state() == Consult.State.BEANTWOORD
                        && now.isBefore(one.stateSince().plus(Needs.FRESH)))
                .toList();
        var offered = handovers.of(actor).stream()
                .filter(one ->
                        one.state() == Handover.State.AANGEBODEN && one.to().equals(actor.id()))
                .toList();
        var people = parties.find(Stream.of(
                        put.stream().map(Consult::askedBy),
                        answered.stream().map(Consult::expert),
                        offered.stream().map(Handover::from))
                .flatMap(each -> each)
                .collect(Collectors.toSet()));
        return Stream.of(
                        offered.stream().map(one -> offered(name(people, one.from()))),
                        put.stream().map(one -> put(one, name(people, one.askedBy()))),
                        answered.stream().map(one -> answered(one, name(people, one.expert()), open)))
                .flatMap(each -> each)
                .toList();
    }

    private static Need offered(String from) {
        return new Need(
                Words.say("workspace.home.handover", from),
                Words.say("workspace.home.handover.detail"),
                "/" + WorkspacePaths.HANDOVER,
                Words.say("workspace.home.handover.go"));
    }

    private static Need put(Consult consult, String asker) {
        return new Need(
                Words.say("workspace.home.consult.open", asker),
                Words.say("workspace.home.consult.open.detail", Dates.day(consult.lastDay())),
                WorkspacePaths.consult(consult.id()),
                Words.say("workspace.experts.open"));
    }

    private static Need answered(Consult consult, String expert, List<HeldDossier> open) {
        return new Need(
                Words.say("workspace.home.consult.answered", expert),
                open.stream()
                        .filter(dossier -> dossier.resident().equals(consult.of()))
                        .findFirst()
                        .map(dossier -> Words.say("workspace.experts.about", Needs.name(dossier)))
                        .orElse(""),
                WorkspacePaths.consult(consult.id()),
                Words.say("workspace.experts.open"));
    }

    private static String name(Map<PartyId, Party> people, PartyId id) {
        return Optional.ofNullable(people.get(id)).map(Party::name).orElse("");
    }
}
