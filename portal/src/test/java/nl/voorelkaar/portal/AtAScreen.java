package nl.voorelkaar.portal;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.internal.JacksonUtils;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import com.vaadin.flow.spring.scopes.VaadinSessionScope;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import nl.voorelkaar.consent.Face;
import nl.voorelkaar.portal.access.HouseSettings;
import nl.voorelkaar.portal.ui.Form;
import nl.voorelkaar.portal.ui.Words;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;

/** Somebody at the screens of a face, without a browser: reads what is visible, and does what people do. */
public abstract class AtAScreen extends SpringBrowserlessTest {

    @BeforeEach
    void inDutch() {
        UI.getCurrent().setLocale(Words.DUTCH);
    }

    /** What is on the screen, as text. */
    protected String screen() {
        return ScreenText.now();
    }

    protected String textOf(String handle) {
        return ScreenText.of(handle(handle));
    }

    /** Everything with this {@code data-testid} that is on the screen. */
    protected List<Component> handles(String name) {
        return everything(UI.getCurrent())
                .filter(component -> name.equals(component.getElement().getAttribute("data-testid")))
                .toList();
    }

    protected boolean sees(String handle) {
        return !handles(handle).isEmpty();
    }

    protected Component handle(String name) {
        return handles(name).stream()
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no " + name + " on: " + screen()));
    }

    /** What is visible, from here down; bare text is no component that anybody could handle. */
    protected static Stream<Component> everything(Component component) {
        var element = component.getElement();
        return element.isTextNode() || !element.isVisible()
                ? Stream.empty()
                : Stream.concat(
                        Stream.of(component),
                        Stream.concat(component.getChildren(), PrintedPart.in(component))
                                .flatMap(AtAScreen::everything));
    }

    /** Fills in the control with this handle and leaves it. */
    @SuppressWarnings("unchecked")
    protected <T> void fill(String name, T value) {
        ((HasValue<?, T>) handle(name)).setValue(value);
        roundTrip();
    }

    @SuppressWarnings("unchecked")
    protected <T> T value(String name) {
        return ((HasValue<?, T>) handle(name)).getValue();
    }

    /** Presses a button; a submit button submits the form that it stands in. */
    protected void press(String name) {
        var button = (NativeButton) handle(name);
        if ("submit".equals(button.getElement().getAttribute("type"))) {
            var form = Stream.iterate((Component) button, up -> up.getParent().orElseThrow())
                    .filter(Form.class::isInstance)
                    .findFirst()
                    .orElseThrow();
            form.getElement()
                    .getNode()
                    .getFeature(ElementListenerMap.class)
                    .fireEvent(new DomEvent(form.getElement(), "submit", JacksonUtils.createObjectNode()));
        } else {
            test(button).click();
        }
        roundTrip();
    }

    /** What the screens of both faces stand on. */
    public abstract static class Ground {

        @Bean
        static VaadinSessionScope vaadinSessionScope() {
            return new VaadinSessionScope();
        }

        @Bean
        HouseSettings settings(@Value("${voorelkaar.face}") String face) {
            return new HouseSettings(
                    Face.valueOf(face.toUpperCase(Locale.ROOT)),
                    URI.create("http://localhost"),
                    new HouseSettings.Municipality("gemeente Voorbeeldstad"),
                    null,
                    URI.create("https://weer.example/"));
        }
    }
}
