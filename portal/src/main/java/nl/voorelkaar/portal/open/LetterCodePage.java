package nl.voorelkaar.portal.open;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.DeskAct;
import nl.voorelkaar.consent.DeskOffice;
import nl.voorelkaar.consent.DeskRefused;
import nl.voorelkaar.consent.Face;
import nl.voorelkaar.portal.access.HouseSettings;
import nl.voorelkaar.portal.ui.Action;
import nl.voorelkaar.portal.ui.ActionLink;
import nl.voorelkaar.portal.ui.Card;
import nl.voorelkaar.portal.ui.DataSummary;
import nl.voorelkaar.portal.ui.Dates;
import nl.voorelkaar.portal.ui.ErrorSummary;
import nl.voorelkaar.portal.ui.Form;
import nl.voorelkaar.portal.ui.Page;
import nl.voorelkaar.portal.ui.TextLine;
import nl.voorelkaar.portal.ui.Words;
import org.springframework.beans.factory.ObjectProvider;

/**
 * The code from a letter, for who does not sign in. Says what kind of thing waits for it and since when, and nothing
 * else: what it is about stands in the letter.
 */
@Route(value = "bevestigen", layout = OpenShell.class)
@AnonymousAllowed
class LetterCodePage extends Page implements BeforeEnterObserver {

    static final String PATH = "/bevestigen";

    private final transient ObjectProvider<DeskOffice> office;
    private final transient HouseSettings settings;
    private final ErrorSummary errors = new ErrorSummary();
    private final TextLine code = new TextLine(Words.say("balie.online.code"))
            .hint(Words.say("balie.online.code.hint"))
            .autocomplete("off")
            .handle("letter-code");

    LetterCodePage(ObjectProvider<DeskOffice> office, HouseSettings settings) {
        super(Words.say("balie.online.title"));
        this.office = office;
        this.settings = settings;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (settings.face() != Face.RESIDENT) {
            throw new NotFoundException();
        }
        ask();
    }

    private void ask() {
        clear();
        lead(Words.say("balie.online.lead"));
        var card = new Card(
                errors,
                new Form(
                        () -> tried(() -> check(office.getObject().find(code.getValue(), from()))),
                        code,
                        beside(Action.submit(Words.say("balie.online.find")).handle("letter-code-find"))));
        card.addClassName("ve-narrow");
        add(card);
    }

    private void tried(Runnable act) {
        try {
            act.run();
        } catch (DeskRefused refused) {
            ask();
            errors.begin()
                    .need(
                            false,
                            code,
                            Words.say("balie.refused." + refused.reason().name().toLowerCase(Locale.ROOT)))
                    .fine();
        }
    }

    private void check(DeskAct act) {
        clear();
        var card = new Card(
                new H2(Words.say("balie.online.check")),
                new DataSummary()
                        .row(Words.say("balie.online.what"), Words.say("balie.kind." + low(act.kind())))
                        .row(Words.say("balie.online.since"), Dates.day(CalendarDays.dayOf(act.recordedAt()))),
                new Paragraph(Words.say("balie.online.sure")),
                beside(
                        Action.primary(
                                        Words.say("balie.online.confirm"),
                                        _ -> tried(() -> done(office.getObject().confirm(code.getValue(), from()))))
                                .handle("letter-code-confirm"),
                        ActionLink.quiet("/", Words.say("balie.online.not"))));
        card.addClassName("ve-narrow");
        add(card);
        readFromTop();
    }

    private void done(DeskAct act) {
        clear();
        var card = new Card(
                new H2(Words.say("balie.online.done")),
                new Paragraph(Words.say("balie.online.done.then")),
                beside(ActionLink.secondary("/", Words.say("worry.told.home"))));
        card.addClassName("ve-narrow");
        card.setTestId("letter-code-done");
        card.getElement().setAttribute("role", "status");
        add(card);
        readFromTop();
    }

    private static String low(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /** Stands for the address: counted in memory, never kept. */
    private static UUID from() {
        return UUID.nameUUIDFromBytes(VaadinRequest.getCurrent().getRemoteAddr().getBytes(StandardCharsets.UTF_8));
    }
}
