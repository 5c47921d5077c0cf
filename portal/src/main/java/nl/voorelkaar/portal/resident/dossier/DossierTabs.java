package nl.voorelkaar.portal.resident.dossier;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.UnorderedList;
import nl.voorelkaar.portal.ui.Words;

/** The ways to look at one's own dossier. */
final class DossierTabs extends Nav {

    DossierTabs(String here) {
        setAriaLabel(Words.say("dossier.tabs"));
        var list = new UnorderedList();
        list.addClassName("ve-tabs");
        tab(list, "/mijn/dossier", "dossier.tab.sections", here);
        tab(list, "/mijn/dossier/tijdlijn", "dossier.tab.timeline", here);
        tab(list, "/mijn/dossier/verwijderd", "dossier.tab.removed", here);
        tab(list, "/mijn/dossier/afdruk", "dossier.tab.print", here);
        add(list);
    }

    private static void tab(UnorderedList list, String path, String key, String here) {
        var link = new Anchor(path, Words.say(key));
        if (path.equals(here)) {
            link.getElement().setAttribute("aria-current", "page");
        }
        list.add(new ListItem(link));
    }
}
