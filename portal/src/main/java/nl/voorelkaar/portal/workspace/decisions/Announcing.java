package nl.voorelkaar.portal.workspace.decisions;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.Face;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.UuidV7;
import nl.voorelkaar.dossier.deadline.Deadlines;
import nl.voorelkaar.dossier.decision.Aanvraag;
import nl.voorelkaar.dossier.decision.Besluit;
import nl.voorelkaar.dossier.decision.Decisions;
import nl.voorelkaar.dossier.decision.Sending;
import nl.voorelkaar.dossier.paper.Paper;
import nl.voorelkaar.dossier.procedure.Author;
import nl.voorelkaar.dossier.procedure.PaperId;
import nl.voorelkaar.dossier.procedure.StepId;
import nl.voorelkaar.portal.access.HouseSettings;
import nl.voorelkaar.portal.letter.DecisionLetter;
import nl.voorelkaar.portal.letter.LetterRoom;
import nl.voorelkaar.portal.letter.LetterTexts;
import nl.voorelkaar.portal.notice.LetterPost;
import org.springframework.stereotype.Component;

/**
 * Makes a decision known: prints the letter, seals it, keeps it, lets it leave. Printing, sealing and the post stand
 * outside every transaction; what they made is used only if the decision did not change meanwhile.
 */
@Component
@Face.OnWorkspace
public class Announcing {

    private final Decisions decisions;
    private final Deadlines deadlines;
    private final LetterRoom room;
    private final HouseSettings settings;
    private final Clock clock;

    Announcing(Decisions decisions, Deadlines deadlines, LetterRoom room, HouseSettings settings, Clock clock) {
        this.decisions = decisions;
        this.deadlines = deadlines;
        this.room = room;
        this.settings = settings;
        this.clock = clock;
    }

    /** The letter as the resident will get it when it leaves today; without a seal. */
    byte[] preview(Aanvraag aanvraag, Besluit besluit, String decider, Sending.Channel channel, List<String> address) {
        return room.preview(paper(aanvraag, besluit, decider, channel, address, clock.instant()));
    }

    private Paper paper(
            Aanvraag aanvraag,
            Besluit besluit,
            String decider,
            Sending.Channel channel,
            List<String> address,
            Instant now) {
        return new DecisionLetter(
                        besluit.text(),
                        aanvraag.what(),
                        aanvraag.through().map(Author.Carer::name),
                        besluit.id().reference(),
                        decider,
                        CalendarDays.dayOf(besluit.decidedAt().orElse(now)),
                        besluit.objectionUntil(deadlines, channel, now),
                        settings.publicUrl().getHost(),
                        address,
                        now)
                .paper();
    }

    /**
     * @param step chosen when the page was made
     * @throws nl.voorelkaar.dossier.procedure.StepRefused when the rules say no
     * @throws nl.voorelkaar.dossier.seal.SealRefused when there is no seal or no timestamp now; nothing left
     * @throws LetterPost.NotTaken when the post did not take the letter; it lies ready and can be tried again
     */
    public Besluit announce(
            Actor.Professional actor,
            ResidentId resident,
            Aanvraag aanvraag,
            Besluit besluit,
            Sending.Channel channel,
            List<String> address,
            StepId step) {
        var now = clock.instant();
        var decider = besluit.decider().orElseThrow();
        var sealed = room.seal(
                paper(aanvraag, besluit, decider.name(), channel, address, now),
                DecisionLetter.SEAL,
                decider,
                LetterTexts.WORDING.line(
                        DecisionLetter.LANGUAGE, "besluit.verklaring", Map.of("beslisser", decider.name())),
                Map.of(
                        "besluit", besluit.id().toString(),
                        "beslisser", decider.party().toString(),
                        "beslistOp", besluit.decidedAt().orElseThrow().toString()));
        var letter = new Decisions.Letter(
                besluit,
                UuidV7.at(now),
                channel,
                channel == Sending.Channel.BRIEF ? address : List.of(),
                new PaperId(UuidV7.at(now)),
                sealed.pdf(),
                sealed.sha256());
        var ready = decisions.ready(actor, resident, step, letter);
        return ready.ready()
                .map(waiting -> deliver(actor, resident, ready, waiting))
                .orElse(ready);
    }

    /** Hands a letter that lies ready to the post; a second time with the same reference. */
    Besluit deliver(Actor.Professional actor, ResidentId resident, Besluit besluit, Sending ready) {
        var pdf = decisions.letter(actor, resident, besluit.id(), ready.letter());
        var reference = room.post(ready, pdf);
        return decisions.sent(actor, resident, besluit.id(), LetterRoom.leaving(ready), ready.id(), reference);
    }

    /** What the post says about a letter that left. */
    LetterPost.State state(Sending sending) {
        return room.state(sending);
    }
}
