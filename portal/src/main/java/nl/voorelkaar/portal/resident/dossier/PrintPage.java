package nl.voorelkaar.portal.resident.dossier;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import nl.voorelkaar.dossier.Dossiers;
import nl.voorelkaar.portal.access.SignedIn;
import nl.voorelkaar.portal.resident.ResidentShell;
import nl.voorelkaar.portal.ui.Action;
import nl.voorelkaar.portal.ui.Dates;
import nl.voorelkaar.portal.ui.DossierReading;
import nl.voorelkaar.portal.ui.Icon;
import nl.voorelkaar.portal.ui.Page;
import nl.voorelkaar.portal.ui.People;
import nl.voorelkaar.portal.ui.Words;

/** One's own dossier as it comes on paper. */
@Route(value = "mijn/dossier/afdruk", layout = ResidentShell.class)
@PermitAll
class PrintPage extends Page {

    PrintPage(SignedIn signedIn, Dossiers dossiers, Clock clock) {
        super(Words.say("print.title", signedIn.name()));
        lead(Words.say("print.lead", Dates.moment(clock.instant())));
        trail(new Crumb("/mijn", Words.say("menu.home")), new Crumb("/mijn/dossier", Words.say("dossier.title")));
        add(Action.primary(
                        Words.say("print"),
                        click -> click.getSource().getElement().executeJs("window.print()"))
                .icon(Icon.Shape.PRINT));
        var actor = signedIn.resident();
        for (var view : dossiers.open(actor, actor.id()).sections()) {
            if (!view.entries().isEmpty()) {
                var section = new Section(new H2(People.section(view.section())));
                section.addClassName("ve-stack");
                view.entries().forEach(entry -> section.add(DossierReading.card(entry)));
                view.beside().forEach(statement -> section.add(DossierReading.beside(statement, "statement.section")));
                if (view.more()) {
                    section.add(new Paragraph(Words.say("reading.more")));
                }
                add(section);
            }
        }
    }
}
