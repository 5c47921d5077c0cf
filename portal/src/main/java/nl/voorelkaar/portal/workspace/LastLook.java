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

/**
 * The last look before something leaves or is filed: what it says in short, the letter itself, and then yes or back.
 */
public final class LastLook extends Div {

    private final Div problem = new Div();
    private final Div look = new Div();
    private final Div acts = new Div();

    /** @param what happens after a yes */
    public LastLook(String title, Component facts, String what) {
        look.addClassName("ve-row");
        acts.addClassName("ve-row");
        var card = new Card(new H2(title), problem, facts, look, new Paragraph(what), acts);
        card.addClassName("ve-narrow");
        add(card);
    }

    /** The letter as it will be, without a seal. */
    public LastLook looks(Supplier<byte[]> preview) {
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

    public LastLook sends(String words, String handle, Runnable act) {
        acts.add(Action.primary(words, _ -> {
                    try {
                        act.run();
                    } catch (StepRefused refused) {
                        problem.removeAll();
                        problem.add(new Notice(Tone.BAD, Words.why(refused)).spoken());
                    }
                })
                .handle(handle));
        return this;
    }

    public LastLook goesBack(String words, Runnable act) {
        acts.add(Action.quiet(words, _ -> act.run()).handle("look-change"));
        return this;
    }

    /** Brings it into view where it took the place of a part of a page. */
    public LastLook inView() {
        getElement().executeJs("this.scrollIntoView({block: 'start'})");
        return this;
    }
}
