package nl.voorelkaar.portal.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.component.page.Viewport;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.shared.ui.Transport;

/**
 * What every page of both faces starts with. Push closes screens whose access ended; messages from the browser travel
 * as ordinary requests, so that each passes the security filters.
 */
@Push(transport = Transport.WEBSOCKET_XHR)
@Viewport("width=device-width, initial-scale=1")
@StyleSheet("context://assets/fonts.css")
@StyleSheet("context://assets/tokens.css")
@StyleSheet("context://assets/bridge.css")
@StyleSheet("context://assets/house.css")
public class HouseShell implements AppShellConfigurator {

    @Override
    public void configurePage(AppShellSettings settings) {
        settings.addMetaTag("color-scheme", "light dark");
        settings.addMetaTag("robots", "noindex");
        settings.addFavIcon("icon", "assets/mark.svg", "any");
    }
}
