package nl.voorelkaar.portal.access;

import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.SystemMessages;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServiceInitListener;
import java.util.Locale;
import java.util.Optional;
import nl.voorelkaar.portal.ui.Languages;
import nl.voorelkaar.portal.ui.Words;
import org.springframework.stereotype.Component;

/** What an open page says, in the language of who reads it, or where it goes, when the server cannot go on with it. */
@Component
class LostPages implements VaadinServiceInitListener {

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().setSystemMessagesProvider(asked -> {
            var request = Optional.ofNullable(VaadinRequest.getCurrent());
            return messages(
                    request.map(asks -> Languages.chosen(asks.getCookies())).orElse(Words.DUTCH),
                    request.map(VaadinRequest::getUserPrincipal).isPresent());
        });
    }

    private static SystemMessages messages(Locale language, boolean signedIn) {
        var messages = new CustomizedSystemMessages();
        messages.setInternalErrorCaption(Words.say(language, "broken.title"));
        messages.setInternalErrorMessage(Words.say(language, "page.again"));
        messages.setSyncErrorCaption(Words.say(language, "page.behind"));
        messages.setSyncErrorMessage(Words.say(language, "page.again"));
        messages.setCookiesDisabledCaption(Words.say(language, "page.cookies"));
        messages.setCookiesDisabledMessage(Words.say(language, "page.cookies.help"));
        if (signedIn) {
            // To load the page again would lead to the provider without a word.
            messages.setSessionExpiredURL(SignedOut.GONE);
        }
        return messages;
    }
}
