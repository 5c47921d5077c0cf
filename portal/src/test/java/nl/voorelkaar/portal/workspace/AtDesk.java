package nl.voorelkaar.portal.workspace;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import nl.voorelkaar.consent.AccessGate;
import nl.voorelkaar.consent.AccessRequests;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.Attempts;
import nl.voorelkaar.consent.CaseAssignments;
import nl.voorelkaar.consent.Face;
import nl.voorelkaar.consent.Grants;
import nl.voorelkaar.consent.Parties;
import nl.voorelkaar.dossier.Documents;
import nl.voorelkaar.dossier.Dossiers;
import nl.voorelkaar.dossier.Lookups;
import nl.voorelkaar.dossier.Residents;
import nl.voorelkaar.dossier.ShareCodes;
import nl.voorelkaar.dossier.procedure.CaseDesk;
import nl.voorelkaar.dossier.procedure.ProcedureHead;
import nl.voorelkaar.dossier.procedure.Procedures;
import nl.voorelkaar.portal.access.HouseSettings;
import nl.voorelkaar.portal.access.ScreenWatch;
import nl.voorelkaar.portal.access.SignedIn;
import nl.voorelkaar.portal.ui.Words;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;

/** A professional at the screens of the workspace, with a {@link Desk} behind them. */
@ViewPackages(packages = {"nl.voorelkaar.portal.workspace", "nl.voorelkaar.portal.ui"})
@ContextConfiguration(classes = AtDesk.House.class)
@TestPropertySource(properties = "voorelkaar.face=workspace")
@DirtiesContext(classMode = DirtiesContext.ClassMode.BEFORE_EACH_TEST_METHOD)
public abstract class AtDesk extends SpringBrowserlessTest {

    @Autowired
    protected Desk desk;

    @Autowired
    private Looks looks;

    @BeforeEach
    void inDutch() {
        UI.getCurrent().setLocale(Words.DUTCH);
    }

    /** What is on the screen, as text. */
    protected String screen() {
        var text = new StringBuilder();
        UI.getCurrent().getChildren().forEach(child -> text.append(text(child.getElement())));
        return text.toString();
    }

    private static String text(com.vaadin.flow.dom.Element element) {
        if (element.isTextNode()) {
            return element.getText() + " ";
        }
        if (!element.isVisible()) {
            return "";
        }
        var text = new StringBuilder();
        element.getChildren().forEach(child -> text.append(text(child)));
        return text.toString();
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

    private static Stream<Component> everything(Component component) {
        return component.isVisible()
                ? Stream.concat(Stream.of(component), component.getChildren().flatMap(AtDesk::everything))
                : Stream.empty();
    }

    /** Types in the control with this handle and leaves it. */
    @SuppressWarnings("unchecked")
    protected void fill(String name, String text) {
        ((com.vaadin.flow.component.HasValue<?, String>) handle(name)).setValue(text);
    }

    @SuppressWarnings("unchecked")
    protected void tick(String name) {
        ((com.vaadin.flow.component.HasValue<?, Boolean>) handle(name)).setValue(true);
    }

    @SuppressWarnings("unchecked")
    protected String value(String name) {
        return ((com.vaadin.flow.component.HasValue<?, String>) handle(name)).getValue();
    }

    /** Presses a button; a submit button submits the form that it stands in. */
    protected void press(String name) {
        var button = (com.vaadin.flow.component.html.NativeButton) handle(name);
        if ("submit".equals(button.getElement().getAttribute("type"))) {
            var form = Stream.iterate((Component) button, up -> up.getParent().orElseThrow())
                    .filter(up -> up instanceof nl.voorelkaar.portal.ui.Form)
                    .findFirst()
                    .orElseThrow();
            fire(form, "submit");
        } else {
            test(button).click();
        }
        roundTrip();
    }

    private static void fire(Component component, String type) {
        var node = component.getElement().getNode();
        node.getFeature(com.vaadin.flow.internal.nodefeature.ElementListenerMap.class)
                .fireEvent(new com.vaadin.flow.dom.DomEvent(
                        component.getElement(), type, com.vaadin.flow.internal.JacksonUtils.createObjectNode()));
    }

    /** Lets the checks of open screens run once, as they do every ten seconds. */
    protected void tenSecondsPass() {
        looks.now();
        roundTrip();
    }

    /** The checks of the screens that are open. */
    static final class Looks implements ScreenWatch {

        private record Look(Component view, Supplier<Boolean> stillAllowed, Runnable close) {}

        private final java.util.List<Look> looks = new java.util.concurrent.CopyOnWriteArrayList<>();

        @Override
        public void watch(Component view, Supplier<Boolean> stillAllowed, Runnable close) {
            looks.add(new Look(view, stillAllowed, close));
        }

        void now() {
            for (var look : looks) {
                if (look.view().isAttached() && !look.stillAllowed().get()) {
                    looks.remove(look);
                    look.close().run();
                }
            }
        }
    }

    @Configuration
    @ComponentScan("nl.voorelkaar.portal.workspace")
    static class House {

        @Bean
        Desk desk() {
            return new Desk();
        }

        @Bean
        Looks looks() {
            return new Looks();
        }

        @Bean
        static com.vaadin.flow.spring.scopes.VaadinSessionScope vaadinSessionScope() {
            return new com.vaadin.flow.spring.scopes.VaadinSessionScope();
        }

        @Bean
        HouseSettings settings() {
            return new HouseSettings(
                    Face.WORKSPACE,
                    URI.create("http://localhost"),
                    new HouseSettings.Municipality("gemeente Voorbeeldstad"),
                    null);
        }

        @Bean
        Clock clock(Desk desk) {
            return desk.clock();
        }

        @Bean
        SignedIn signedIn(Desk desk) {
            return Partly.as(SignedIn.class, new Object() {
                public Actor.Professional professional() {
                    return desk.actor;
                }

                public String name() {
                    return "Bram Visser";
                }

                public String home() {
                    return "/werkplek";
                }

                public boolean anyone() {
                    return true;
                }
            });
        }

        @Bean
        AccessGate gate(Desk desk) {
            return Partly.as(AccessGate.class, desk.new Gate());
        }

        @Bean
        Attempts tries(Desk desk) {
            return (actor, handle) -> desk.tried.add(handle);
        }

        /** Nothing is under way at this desk; what is, is tested in the whole house. */
        @Bean
        Procedures procedures() {
            return Partly.as(Procedures.class, new Object() {
                public List<ProcedureHead> handledBy(Actor.Professional actor) {
                    return List.of();
                }
            });
        }

        @Bean
        CaseDesk waiting() {
            return Partly.as(CaseDesk.class, new Object() {
                public List<ProcedureHead> waiting(Actor.Professional actor) {
                    return List.of();
                }
            });
        }

        @Bean
        AccessRequests requests(Desk desk) {
            return Partly.as(AccessRequests.class, desk.new Asking());
        }

        @Bean
        Grants grants(Desk desk) {
            return Partly.as(Grants.class, desk.new Giving());
        }

        @Bean
        CaseAssignments cases(Desk desk) {
            return Partly.as(CaseAssignments.class, desk.new Assigning());
        }

        @Bean
        Parties parties(Desk desk) {
            return Partly.as(Parties.class, desk.new Staff());
        }

        @Bean
        Residents residents(Desk desk) {
            return Partly.as(Residents.class, desk.new Names());
        }

        @Bean
        ShareCodes codes(Desk desk) {
            return Partly.as(ShareCodes.class, desk.new Codes());
        }

        @Bean
        Lookups lookups(Desk desk) {
            return Partly.as(Lookups.class, desk.new Numbers());
        }

        @Bean
        Dossiers dossiers(Desk desk) {
            return Partly.as(Dossiers.class, desk.new Reading());
        }

        @Bean
        Documents documents() {
            return Partly.as(Documents.class, new Object());
        }
    }
}
