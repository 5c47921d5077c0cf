package nl.voorelkaar.portal.letter;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import nl.voorelkaar.consent.Face;
import nl.voorelkaar.dossier.decision.Sending;
import nl.voorelkaar.dossier.paper.Paper;
import nl.voorelkaar.dossier.paper.Papers;
import nl.voorelkaar.dossier.procedure.Author;
import nl.voorelkaar.dossier.procedure.StepId;
import nl.voorelkaar.dossier.seal.DocumentSeal;
import nl.voorelkaar.dossier.seal.SealRequest;
import nl.voorelkaar.portal.notice.LetterPost;
import nl.voorelkaar.portal.ui.Words;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where letters are printed, sealed and given to the post. Stands outside every transaction: what it makes is used only
 * if nothing changed meanwhile.
 */
@Component
@Face.OnWorkspace
public class LetterRoom {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Papers papers;
    private final DocumentSeal seal;
    private final LetterPost post;

    public LetterRoom(Papers papers, DocumentSeal seal, LetterPost post) {
        this.papers = papers;
        this.seal = seal;
        this.post = post;
    }

    /** A printed letter with the seal of the municipality. */
    public record Letter(byte[] pdf, String sha256) {

        @Override
        public String toString() {
            return "Letter[redacted]";
        }
    }

    /** The letter without a seal. */
    public byte[] preview(Paper paper) {
        return papers.print(paper).pdf();
    }

    /**
     * @param place of the seal on the paper
     * @param by whose name stands under it
     * @param evidence besides the name and role of who signs, what they declared and the fingerprint of what was sealed
     * @throws nl.voorelkaar.dossier.seal.SealRefused when there is no seal or no timestamp now
     */
    public Letter seal(
            Paper paper, String place, Author.Professional by, String declaration, Map<String, String> evidence) {
        var printed = papers.print(paper);
        var all = new TreeMap<>(evidence);
        all.put("naam", by.name());
        all.put("rol", by.role().name());
        all.put("verklaring", declaration);
        all.put("sha256", printed.fingerprint().sha256());
        var sealed = seal.seal(
                printed.pdf(),
                new SealRequest(
                        printed.fingerprint(),
                        place,
                        by.name(),
                        LetterTexts.WORDING.line(DecisionLetter.LANGUAGE, "besluit.rol", Map.of()),
                        declaration,
                        JSON.writeValueAsString(all),
                        Words.DUTCH));
        return new Letter(sealed.pdf(), sealed.fingerprint().sha256());
    }

    /**
     * Hands a letter that lies ready to the post; a second time with the same reference.
     *
     * @return what the post calls it
     * @throws LetterPost.NotTaken when the post did not take it; it lies ready and can be tried again
     */
    public String post(Sending ready, byte[] pdf) {
        return post.send(ready.id(), pdf);
    }

    /** The step by which a letter leaves. It follows from the sending, so that a letter leaves once. */
    public static StepId leaving(Sending ready) {
        return new StepId(UUID.nameUUIDFromBytes(("leaves|" + ready.id()).getBytes(StandardCharsets.UTF_8)));
    }

    /** What the post says about a letter that left. */
    public LetterPost.State state(Sending sending) {
        return sending.reference().map(post::state).orElse(LetterPost.State.UNKNOWN);
    }
}
