package nl.voorelkaar.portal.workspace.intake;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.Face;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.dossier.intake.Happened;
import nl.voorelkaar.dossier.intake.MeldingDesk;
import nl.voorelkaar.dossier.intake.Onderzoek;
import nl.voorelkaar.dossier.paper.Papers;
import nl.voorelkaar.dossier.procedure.ProcedureId;
import nl.voorelkaar.dossier.procedure.StepId;
import nl.voorelkaar.portal.access.HouseSettings;
import nl.voorelkaar.portal.letter.MeldingLetter;
import nl.voorelkaar.portal.notice.LetterPost;
import org.springframework.stereotype.Component;

/** Files a melding for somebody, and lets the confirmation leave on paper when that is wanted. */
@Component
@Face.OnWorkspace
class TakingIn {

    private final MeldingDesk desk;
    private final Papers papers;
    private final LetterPost post;
    private final HouseSettings settings;
    private final Clock clock;

    TakingIn(MeldingDesk desk, Papers papers, LetterPost post, HouseSettings settings, Clock clock) {
        this.desk = desk;
        this.papers = papers;
        this.post = post;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * @param address name and address as on the envelope; empty for a notice without a letter
     * @throws LetterPost.NotTaken when the post did not take the letter: the melding is filed, and the same call tries
     *     again
     */
    Onderzoek file(
            Actor.Professional actor,
            ResidentId resident,
            ProcedureId id,
            Happened.Reported melding,
            List<String> address) {
        return desk.report(
                actor,
                resident,
                id,
                new StepId(following(id, "report")),
                melding,
                filed -> address.isEmpty() ? Optional.empty() : Optional.of(send(filed, address)));
    }

    private String send(Onderzoek filed, List<String> address) {
        var letter = papers.print(
                new MeldingLetter(filed, settings.publicUrl().getHost(), address, clock.instant()).paper());
        return post.send(following(filed.id(), "letter"), letter.pdf());
    }

    private static UUID following(ProcedureId id, String what) {
        return UUID.nameUUIDFromBytes((id + "|" + what).getBytes(StandardCharsets.UTF_8));
    }
}
