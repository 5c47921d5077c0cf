package nl.voorelkaar.portal.ui;

import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Inline;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.component.page.Viewport;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.shared.ui.Transport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;

/**
 * What every page of both faces starts with. Push closes screens whose access ended; messages from the browser travel
 * as ordinary requests, so that each passes the security filters. The look comes inside the page: on a slow line asking
 * for it takes longer than sending it.
 */
@Push(transport = Transport.WEBSOCKET_XHR)
@Viewport("width=device-width, initial-scale=1")
public class HouseShell implements AppShellConfigurator {

    private static final String LOOK = look();

    @Override
    public void configurePage(AppShellSettings settings) {
        settings.addMetaTag("color-scheme", "light dark");
        settings.addMetaTag("robots", "noindex");
        settings.addFavIcon("icon", "assets/mark.svg", "any");
        settings.addInlineWithContents(LOOK, Inline.Wrapping.STYLESHEET);
    }

    /** Made by the build: {@code portal/src/theme}. */
    private static String look() {
        try {
            return new ClassPathResource("META-INF/resources/assets/look.css")
                    .getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
