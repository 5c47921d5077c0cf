package nl.voorelkaar.portal.workspace;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import nl.voorelkaar.dossier.decision.Sending;
import nl.voorelkaar.portal.notice.LetterPost;
import nl.voorelkaar.portal.ui.Action;
import nl.voorelkaar.portal.ui.Card;
import nl.voorelkaar.portal.ui.Notice;
import nl.voorelkaar.portal.ui.Tone;
import nl.voorelkaar.portal.ui.Words;

/** Writing down that a letter did not arrive: said first when the post says so, else folded away under a question. */
public final class NotArrived {

    private NotArrived() {}

    /** @param post what it says about a letter; it is not asked about what went through the portal */
    public static Component of(
            Sending last,
            Function<Sending, LetterPost.State> post,
            String question,
            String handle,
            Consumer<Sending.Failure> keep) {
        var portal = last.channel() == Sending.Channel.PORTAAL;
        var said = portal ? LetterPost.State.UNKNOWN : post.apply(last);
        var why = portal
                ? Sending.Failure.MELDING_MISLUKT
                : said == LetterPost.State.FAILED ? Sending.Failure.NIET_BEZORGD : Sending.Failure.RETOUR;
        var act = new Div(Action.secondary(
                        Words.say("workspace.failed." + why.name().toLowerCase(Locale.ROOT)), _ -> keep.accept(why))
                .handle(handle));
        return said == LetterPost.State.RETURNED || said == LetterPost.State.FAILED
                ? new Notice(Tone.WARN, Words.say("workspace.failed.post")).with(act)
                : new NativeDetails(question, new Card(new Paragraph(Words.say("workspace.failed.what")), act));
    }
}
