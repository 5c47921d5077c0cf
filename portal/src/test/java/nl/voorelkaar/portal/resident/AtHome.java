package nl.voorelkaar.portal.resident;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.internal.JacksonUtils;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.spring.scopes.VaadinSessionScope;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import nl.voorelkaar.consent.AccessRequests;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.CaseAssignments;
import nl.voorelkaar.consent.Face;
import nl.voorelkaar.consent.Grants;
import nl.voorelkaar.consent.Ledger;
import nl.voorelkaar.dossier.Documents;
import nl.voorelkaar.dossier.Dossiers;
import nl.voorelkaar.dossier.Drafts;
import nl.voorelkaar.dossier.Residents;
import nl.voorelkaar.dossier.ShareCodes;
import nl.voorelkaar.dossier.procedure.ProcedureHead;
import nl.voorelkaar.dossier.procedure.Procedures;
import nl.voorelkaar.portal.access.HouseSettings;
import nl.voorelkaar.portal.access.SignedIn;
import nl.voorelkaar.portal.ui.Form;
import nl.voorelkaar.portal.ui.Words;
import nl.voorelkaar.portal.workspace.Partly;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;

/** A resident at the screens of /mijn, with a {@link Life} behind them. */
@ViewPackages(packages = {"nl.voorelkaar.portal.resident", "nl.voorelkaar.portal.ui"})
@ContextConfiguration(classes = AtHome.House.class)
@TestPropertySource(properties = "voorelkaar.face=resident")
@DirtiesContext(classMode = DirtiesContext.ClassMode.BEFORE_EACH_TEST_METHOD)
abstract class AtHome extends SpringBrowserlessTest {

    @Autowired
    protected Life life;

    @BeforeEach
    void inDutch() {
        UI.getCurrent().setLocale(Words.DUTCH);
    }

    protected void go(String path) {
        var parts = path.split("\\?", 2);
        UI.getCurrent()
                .navigate(parts[0], parts.length == 1 ? QueryParameters.empty() : QueryParameters.fromString(parts[1]));
        roundTrip();
    }

    protected String screen() {
        var text = new StringBuilder();
        UI.getCurrent().getChildren().forEach(child -> text.append(text(child.getElement())));
        return text.toString();
    }

    private static String text(Element element) {
        if (element.isTextNode()) {
            return element.getText() + " ";
        }
        var text = new StringBuilder();
        if (element.isVisible()) {
            element.getChildren().forEach(child -> text.append(text(child)));
        }
        return text.toString();
    }

    protected String textOf(String handle) {
        return text(handle(handle).getElement());
    }

    protected List<Component> handles(String name) {
        return everything(UI.getCurrent())
                .filter(component -> name.equals(component.getElement().getAttribute("data-testid")))
                .toList();
    }

    protected Component handle(String name) {
        return handles(name).stream()
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no " + name + " on: " + screen()));
    }

    protected static Stream<Component> everything(Component component) {
        return component.isVisible()
                ? Stream.concat(Stream.of(component), component.getChildren().flatMap(AtHome::everything))
                : Stream.empty();
    }

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

    @Configuration
    @ComponentScan("nl.voorelkaar.portal.resident")
    static class House {

        @Bean
        Life life() {
            return new Life();
        }

        @Bean
        static VaadinSessionScope vaadinSessionScope() {
            return new VaadinSessionScope();
        }

        @Bean
        HouseSettings settings() {
            return new HouseSettings(
                    Face.RESIDENT,
                    URI.create("http://localhost"),
                    new HouseSettings.Municipality("gemeente Voorbeeldstad"),
                    null);
        }

        @Bean
        Clock clock(Life life) {
            return life.clock();
        }

        @Bean
        SignedIn signedIn(Life life) {
            return Partly.as(SignedIn.class, new Object() {
                public Actor.Resident resident() {
                    return life.actor;
                }

                public boolean anyone() {
                    return true;
                }

                public String home() {
                    return "/mijn";
                }

                public String name() {
                    return "Fatima el Amrani";
                }

                public boolean recently() {
                    return life.recently;
                }

                public void signInAgain(String returnTo) {
                    life.signInsAsked.add(returnTo);
                }
            });
        }

        /** Nothing is under way in this life; what is, is tested in the whole house. */
        @Bean
        Procedures procedures() {
            return Partly.as(Procedures.class, new Object() {
                public List<ProcedureHead> heads(Actor.Resident actor) {
                    return List.of();
                }
            });
        }

        @Bean
        AccessRequests requests(Life life) {
            return Partly.as(AccessRequests.class, life.new Asked());
        }

        @Bean
        Grants grants(Life life) {
            return Partly.as(Grants.class, life.new Giving());
        }

        @Bean
        CaseAssignments assignments(Life life) {
            return Partly.as(CaseAssignments.class, life.new ByLaw());
        }

        @Bean
        Ledger ledger(Life life) {
            return Partly.as(Ledger.class, life.new Log());
        }

        @Bean
        ShareCodes codes(Life life) {
            return Partly.as(ShareCodes.class, life.new Codes());
        }

        @Bean
        Dossiers dossiers(Life life) {
            return Partly.as(Dossiers.class, life.new Reading());
        }

        @Bean
        Drafts drafts(Life life) {
            return life.drafts;
        }

        @Bean
        Residents residents(Life life) {
            return Partly.as(Residents.class, life.new Register());
        }

        @Bean
        Documents documents() {
            return Partly.as(Documents.class, new Object());
        }
    }
}
