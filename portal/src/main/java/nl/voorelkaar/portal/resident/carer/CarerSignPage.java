package nl.voorelkaar.portal.resident.carer;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.Set;
import nl.voorelkaar.consent.Access;
import nl.voorelkaar.consent.AccessGate;
import nl.voorelkaar.consent.AccessRefused;
import nl.voorelkaar.consent.MandateScope;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.portal.ui.ActionLink;
import nl.voorelkaar.portal.ui.Notice;
import nl.voorelkaar.portal.ui.Tone;
import nl.voorelkaar.portal.ui.Words;

/** Where a carer comes who wants to sign for the resident: refused, with the reason, and in the resident's log. */
@Route(value = "namens/:mandate/plan/ondertekenen", layout = CarerShell.class)
@PermitAll
class CarerSignPage extends CarerPage {

    private final transient AccessGate gate;

    CarerSignPage(Capacities capacities, AccessGate gate) {
        super(capacities);
        this.gate = gate;
    }

    @Override
    void show(Namens namens, BeforeEnterEvent event) {
        above(namens);
        title(Words.say("namens.sign.refused.title"));
        try {
            gate.require(namens.actor().get(), Access.step(namens.resident(), Set.of(Section.PLAN), "plan.sign"));
            throw new IllegalStateException("nobody signs for a resident by a mandate");
        } catch (AccessRefused refused) {
            var said = new Notice(
                            Tone.WARN,
                            Words.say(
                                    prepares(namens) ? "namens.sign.refused.prepare" : "namens.sign.refused",
                                    namens.name()))
                    .spoken();
            said.setTestId("acting-refused");
            add(said, row(ActionLink.primary(namens.path("/plan"), Words.say("namens.plan.back"))));
        }
    }

    /** Whoever may make a signature ready is not told that signing has nothing to do with the mandate. */
    private static boolean prepares(Namens namens) {
        return namens.may(MandateScope.ONDERTEKENEN);
    }
}
