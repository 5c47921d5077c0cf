package nl.voorelkaar.portal.workspace.find;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import nl.voorelkaar.portal.ui.ActionLink;
import nl.voorelkaar.portal.ui.Notice;
import nl.voorelkaar.portal.ui.Tone;
import nl.voorelkaar.portal.ui.Words;
import nl.voorelkaar.portal.workspace.WorkspacePaths;

/** Says kindly that one's own dossier, or one of the household, does not open from work. */
public final class OwnDossierNotice extends Div {

    public OwnDossierNotice() {
        addClassName("ve-stack");
        add(
                new Notice(Tone.INFO, Words.say("workspace.own.title"), Words.say("workspace.own"))
                        .with(new Paragraph(Words.say("workspace.own.logged")))
                        .spoken(),
                new Paragraph(ActionLink.secondary("/" + WorkspacePaths.HOME, Words.say("workspace.own.home"))));
        setTestId("own-dossier");
    }
}
