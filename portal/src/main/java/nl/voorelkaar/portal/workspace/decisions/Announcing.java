package nl.voorelkaar.portal.workspace.decisions;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
import nl.voorelkaar.dossier.paper.Papers;
import nl.voorelkaar.dossier.paper.PrintedPaper;
import nl.voorelkaar.dossier.procedure.PaperId;
import nl.voorelkaar.dossier.procedure.StepId;
import nl.voorelkaar.dossier.seal.DocumentSeal;
import nl.voorelkaar.dossier.seal.SealRequest;
import nl.voorelkaar.portal.access.HouseSettings;
import nl.voorelkaar.portal.letter.DecisionLetter;
import nl.voorelkaar.portal.letter.LetterTexts;
import nl.voorelkaar.portal.notice.LetterPost;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes a decision known: prints the letter, seals it, keeps it, lets it leave. Printing, sealing and the post stand outside
 * every transaction; what they made is used only if the decision did not change meanwhile.
 */
@Component
@Face.OnWorkspace
class Announcing {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Decisions decisions;
    private final Deadlines deadlines;
    private final Papers papers;
    private final DocumentSeal seal;
    private final LetterPost post;
    private final HouseSettings settings;
    private final Clock clock;

    Announcing(
            Decisions decisions,
            Deadlines deadlines,
            Papers papers,
            DocumentSeal seal,
            LetterPost post,
            HouseSettings settings,
            Clock clock) {
        this.decisions = decisions;
        this.deadlines = deadlines;
        this.papers = papers;
        this.seal = seal;
        this.post = post;
        this.settings = settings;
        this.clock = clock;
    }

    /** The letter as the resident will get it when it leaves today; without a seal. */
    byte[] preview(Aanvraag aanvraag, Besluit besluit, String decider, Sending.Channel channel, List<String> address) {
        return printed(aanvraag, besluit, decider, channel, address, clock.instant())
                .pdf();
    }

    private PrintedPaper printed(
            Aanvraag aanvraag,
            Besluit besluit,
            String decider,
            Sending.Channel channel,
            List<String> address,
            Instant now) {
        return papers.print(new DecisionLetter(
                        besluit.text(),
                        aanvraag.what(),
                        besluit.id().toString(),
                        decider,
                        CalendarDays.dayOf(besluit.decidedAt().orElse(now)),
                        besluit.objectionUntil(deadlines, channel, now),
                        settings.publicUrl().getHost(),
                        address,
                        now)
                .paper());
    }

    /**
     * @param step chosen when the page was made
     * @throws nl.voorelkaar.dossier.procedure.StepRefused when the rules say no
     * @throws nl.voorelkaar.dossier.seal.SealRefused when there is no seal or no timestamp now; nothing left
     * @throws LetterPost.NotTaken when the post did not take the letter; it lies ready and can be tried again
     */
    Besluit announce(
            Actor.Professional actor,
            ResidentId resident,
            Aanvraag aanvraag,
            Besluit besluit,
            Sending.Channel channel,
            List<String> address,
            StepId step) {
        var now = clock.instant();
        var decider = besluit.decider().orElseThrow();
        var printed = printed(aanvraag, besluit, decider.name(), channel, address, now);
        var declaration = LetterTexts.WORDING.line(
                DecisionLetter.LANGUAGE, "besluit.verklaring", Map.of("beslisser", decider.name()));
        var sealed = seal.seal(
                printed.pdf(),
                new SealRequest(
                        printed.fingerprint(),
                        DecisionLetter.SEAL,
                        decider.name(),
                        LetterTexts.WORDING.line(DecisionLetter.LANGUAGE, "besluit.rol"),
                        declaration,
                        evidence(besluit, printed.fingerprint().sha256(), declaration),
                        DecisionLetter.LANGUAGE));
        var letter = new Decisions.Letter(
                besluit,
                UuidV7.at(now),
                channel,
                channel == Sending.Channel.BRIEF ? address : List.of(),
                new PaperId(UuidV7.at(now)),
                sealed.pdf(),
                sealed.fingerprint().sha256());
        var ready = decisions.ready(actor, resident, step, letter);
        return ready.ready()
                .map(waiting -> deliver(actor, resident, ready, waiting))
                .orElse(ready);
    }

    /** Hands a letter that lies ready to the post; a second time with the same reference. */
    Besluit deliver(Actor.Professional actor, ResidentId resident, Besluit besluit, Sending ready) {
        var pdf = decisions.letter(actor, resident, besluit.id(), ready.letter());
        var reference = post.send(ready.id(), pdf);
        return decisions.sent(actor, resident, besluit.id(), new StepId(leaving(ready.id())), ready.id(), reference);
    }

    /** Follows from the sending, so that it leaves once. */
    private static UUID leaving(UUID sending) {
        return UUID.nameUUIDFromBytes(("leaves|" + sending).getBytes(StandardCharsets.UTF_8));
    }

    /** What the post says about a letter that left. */
    LetterPost.State state(Sending sending) {
        return sending.reference().map(post::state).orElse(LetterPost.State.UNKNOWN);
    }

    private static String evidence(Besluit besluit, String sha256, String declaration) {
        var decider = besluit.decider().orElseThrow();
        return JSON.writeValueAsString(Map.of(
                "besluit", besluit.id().toString(),
                "beslisser", decider.party().toString(),
                "naam", decider.name(),
                "rol", decider.role().name(),
                "beslistOp", besluit.decidedAt().orElseThrow().toString(),
                "verklaring", declaration,
                "sha256", sha256));
    }
}
