package nl.voorelkaar.portal.workspace.privacy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import nl.voorelkaar.consent.Face;
import nl.voorelkaar.dossier.paper.Papers;
import nl.voorelkaar.dossier.privacy.Verzoek;
import nl.voorelkaar.portal.letter.RequestLetter;
import nl.voorelkaar.portal.notice.LetterPost;
import org.springframework.stereotype.Component;

/** Letters about a request that did not come in through the portal. */
@Component
@Face.OnWorkspace
class RequestPost {

    private final Papers papers;
    private final LetterPost post;
    private final Clock clock;

    RequestPost(Papers papers, LetterPost post, Clock clock) {
        this.papers = papers;
        this.post = post;
        this.clock = clock;
    }

    /**
     * Sends what there is to say now: that it came in, or the answer. Each leaves once.
     *
     * @throws LetterPost.NotTaken when the post did not take it: the same call tries again
     */
    void send(Verzoek request, List<String> address) {
        var what = request.answer().isPresent() ? "answer" : "receipt";
        var reference = UUID.nameUUIDFromBytes((request.id() + "|" + what).getBytes(StandardCharsets.UTF_8));
        post.send(
                reference,
                papers.print(new RequestLetter(request, address, clock.instant()).paper())
                        .pdf());
    }
}
