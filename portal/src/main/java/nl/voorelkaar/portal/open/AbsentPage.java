package nl.voorelkaar.portal.open;

import nl.voorelkaar.portal.access.HouseSettings;
import nl.voorelkaar.portal.access.SignedIn;
import nl.voorelkaar.portal.ui.ActionLink;
import nl.voorelkaar.portal.ui.Page;
import nl.voorelkaar.portal.ui.Prose;
import nl.voorelkaar.portal.ui.Words;

/** What somebody reads where no page is, whatever the reason. */
abstract sealed class AbsentPage extends Page permits NotFoundPage, RefusedPage {

    AbsentPage(HouseSettings settings, SignedIn signedIn) {
        super(Words.say("not-found.title"));
        setTestId("not-found");
        lead(Words.say("not-found.text"));
        add(
                new Prose(Words.on(settings.face(), "not-found.help")),
                ActionLink.primary(signedIn.anyone() ? signedIn.home() : "/", Words.say("not-found.home")));
    }
}
