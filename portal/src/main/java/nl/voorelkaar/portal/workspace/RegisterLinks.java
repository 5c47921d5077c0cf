package nl.voorelkaar.portal.workspace;

import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import nl.voorelkaar.portal.ui.ActionLink;
import nl.voorelkaar.portal.ui.Words;
import nl.voorelkaar.portal.workspace.dossiers.HeldDossier;

/**
 * For each dossier that is open to this professional: writing down what its resident sent or told outside the portal.
 */
public final class RegisterLinks extends Section {

    /**
     * @param list of the kind of case; the form is at {@code nieuw} below it
     * @param act what the links say
     */
    public RegisterLinks(
            String title, String what, String list, List<HeldDossier> dossiers, String act, String handle) {
        super(new H2(title), new Paragraph(what));
        addClassName("ve-stack");
        var rows = new UnorderedList();
        rows.addClassName("ve-list");
        for (var dossier : dossiers) {
            var name = dossier.name().orElse(Words.say("workspace.case.somebody"));
            var row = new Article(
                    new H3(name),
                    new Div(ActionLink.secondary("/" + list + "/nieuw/" + dossier.handle(), act)
                            .heard(name)
                            .handle(handle)));
            row.addClassName("ve-entry");
            rows.add(new ListItem(row));
        }
        add(rows);
    }
}
