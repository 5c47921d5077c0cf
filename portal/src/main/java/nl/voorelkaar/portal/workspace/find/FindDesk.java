package nl.voorelkaar.portal.workspace.find;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.spring.annotation.SpringComponent;
import com.vaadin.flow.spring.annotation.VaadinSessionScope;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import nl.voorelkaar.consent.Face;
import nl.voorelkaar.dossier.Bsn;
import nl.voorelkaar.dossier.Lookups;
import nl.voorelkaar.dossier.ShareCodes;
import nl.voorelkaar.portal.access.SignedIn;
import nl.voorelkaar.portal.ui.Words;
import nl.voorelkaar.portal.workspace.WorkspacePaths;

/** Where a resident is found, to go on with on another page: the same card wherever it stands. */
@SpringComponent
@VaadinSessionScope
@Face.OnWorkspace
public class FindDesk {

    private final SignedIn signedIn;
    private final ShareCodes codes;
    private final Lookups lookups;
    private final FoundResidents found;

    FindDesk(SignedIn signedIn, ShareCodes codes, Lookups lookups, FoundResidents found) {
        this.signedIn = signedIn;
        this.codes = codes;
        this.lookups = lookups;
        this.found = found;
    }

    /** Finds a resident and goes on to ask that resident something. */
    public Component toAsk() {
        return card(Words.say("workspace.find.title"), Words.say("workspace.find.submit"), WorkspacePaths::ask);
    }

    /** Finds a resident and goes on to give a colleague the case. */
    public Component toAssign() {
        return card(Words.say("workspace.assign.new"), Words.say("workspace.assign.find"), WorkspacePaths::assign);
    }

    /** Finds a resident and goes on where it stands. */
    public Component toReport(String title, String submit, Consumer<FoundResidents.Found> then) {
        return card(title, submit, then);
    }

    /** Finds a resident who may never have signed in: the number that was typed comes along. */
    public Component toServe(String title, String submit, BiConsumer<FoundResidents.Found, Optional<Bsn>> then) {
        var form = new FindForm(signedIn, codes, lookups, submit, then);
        var card = new Section(new H2(title), form);
        card.addClassName("ve-card");
        return card;
    }

    private Component card(String title, String submit, UnaryOperator<String> page) {
        return card(
                title,
                submit,
                (FoundResidents.Found who) ->
                        UI.getCurrent().navigate(page.apply(found.keep(who)).substring(1)));
    }

    private Component card(String title, String submit, Consumer<FoundResidents.Found> then) {
        return toServe(title, submit, (who, number) -> then.accept(who));
    }
}
