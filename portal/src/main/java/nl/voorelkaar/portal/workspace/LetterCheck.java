package nl.voorelkaar.portal.workspace;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import java.util.function.Supplier;
import nl.voorelkaar.dossier.procedure.StepRefused;
import nl.voorelkaar.portal.ui.Action;
import nl.voorelkaar.portal.ui.ActionLink;
import nl.voorelkaar.portal.ui.Card;
import nl.voorelkaar.portal.ui.Icon;
import nl.voorelkaar.portal.ui.Notice;
import nl.voorelkaar.portal.ui.Tone;
import nl.voorelkaar.portal.ui.Words;

/** The last look at a letter before it leaves: what it says in short, the letter itself, and then yes or back. */
public final class LetterCheck extends Div {

    private final Div problem = new Div();
    private final Div look = new Div();
    private final Div acts = new Div();

    /** @param what happens when it leaves */
    public LetterCheck(String title, Component facts, String what) {
        look.addClassName("ve-row");
        acts.addClassName("ve-row");
        var card = new Card(new H2(title), problem, facts, look, new Paragraph(what), acts);
        card.addClassName("ve-narrow");
        add(card);
        getElement().executeJs("this.scrollIntoView({block: 'start'})");
    }

    /** The letter as it will be, without a seal. */
    public LetterCheck looks(Supplier<byte[]> preview) {
        look.add(ActionLink.download(
                        file -> {
                            file.setFileName("voorbeeld.pdf");
                            file.setContentType("application/pdf");
                            file.getOutputStream().write(preview.get());
                        },
                        Words.say("workspace.preview"))
                .icon(Icon.Shape.DOCUMENT)
                .handle("letter-preview"));
        return this;
    }

    public LetterCheck sends(String words, Runnable act) {
        acts.add(Action.primary(words, _ -> {
                    try {
                        act.run();
                    } catch (StepRefused refused) {
                        problem.removeAll();
                        problem.add(new Notice(Tone.BAD, Words.why(refused)).spoken());
                    }
                })
                .handle("letter-send"));
        return this;
    }

    public LetterCheck goesBack(Runnable act) {
        acts.add(Action.quiet(Words.say("workspace.letter.change"), _ -> act.run())
                .handle("letter-change"));
        return this;
    }
}
