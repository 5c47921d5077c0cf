package nl.voorelkaar.portal.resident.mandate;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import nl.voorelkaar.consent.Mandate;
import nl.voorelkaar.consent.MandateRefused;
import nl.voorelkaar.consent.Mandates;
import nl.voorelkaar.portal.access.SignedIn;
import nl.voorelkaar.portal.resident.ResidentShell;
import nl.voorelkaar.portal.ui.Action;
import nl.voorelkaar.portal.ui.ActionLink;
import nl.voorelkaar.portal.ui.Card;
import nl.voorelkaar.portal.ui.Dates;
import nl.voorelkaar.portal.ui.ErrorSummary;
import nl.voorelkaar.portal.ui.Form;
import nl.voorelkaar.portal.ui.Notice;
import nl.voorelkaar.portal.ui.Page;
import nl.voorelkaar.portal.ui.TextLine;
import nl.voorelkaar.portal.ui.Tone;
import nl.voorelkaar.portal.ui.Words;

/**
 * Saying yes to a code that somebody gave, as oneself. Says nothing about whose code it is before that person
 * confirmed.
 */
@Route(value = "machtiging", layout = ResidentShell.class)
@PermitAll
class AcceptPage extends Page {

    private final transient SignedIn signedIn;
    private final transient Mandates mandates;

    AcceptPage(SignedIn signedIn, Mandates mandates) {
        super(Words.say("mandate.accept.title"));
        this.signedIn = signedIn;
        this.mandates = mandates;
        trail(new Crumb("/mijn", Words.say("menu.home")));
        lead(Words.say("mandate.accept.lead"));
        var errors = new ErrorSummary();
        var code = new TextLine(Words.say("mandate.accept.code"))
                .hint(Words.say("mandate.accept.code.hint"))
                .autocomplete("off")
                .handle("mandate-code");
        var what = new UnorderedList(
                new ListItem(Words.say("mandate.accept.initials")),
                new ListItem(Words.say("mandate.accept.own-digid")),
                new ListItem(Words.say("mandate.accept.log")));
        var acts = new Div(Action.submit(Words.say("mandate.accept")).handle("mandate-accept"));
        acts.addClassName("ve-row");
        var form = new Form(
                () -> {
                    var typed = code.getValue();
                    if (errors.begin()
                            .need(!typed.isBlank(), code, Words.say("mandate.accept.empty"))
                            .fine()) {
                        try {
                            accepted(mandates.accept(signedIn.resident(), typed, signedIn.name()));
                        } catch (MandateRefused refused) {
                            errors.begin()
                                    .need(false, code, MandateWords.refused(refused))
                                    .fine();
                        }
                    }
                },
                code,
                what,
                acts);
        var card = new Card(errors, form);
        card.addClassName("ve-narrow");
        add(card);
    }

    private void accepted(Mandate mandate) {
        clear();
        title(Words.say("mandate.accepted.title"));
        var said = new Notice(Tone.GOOD, Words.say("mandate.accepted.now", Dates.day(Dates.lastDay(mandate.until()))));
        said.setTestId("mandate-accepted");
        add(
                said,
                new Paragraph(Words.say("mandate.accepted.next")),
                ActionLink.primary("/namens", Words.say("namens.title")));
        readFromTop();
    }
}
