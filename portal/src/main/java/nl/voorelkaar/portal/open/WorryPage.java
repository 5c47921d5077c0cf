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
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import nl.voorelkaar.consent.Face;
import nl.voorelkaar.consent.UuidV7;
import nl.voorelkaar.dossier.intake.Worries;
import nl.voorelkaar.dossier.intake.Worry;
import nl.voorelkaar.portal.access.HouseSettings;
import nl.voorelkaar.portal.ui.Action;
import nl.voorelkaar.portal.ui.ActionLink;
import nl.voorelkaar.portal.ui.Card;
import nl.voorelkaar.portal.ui.Check;
import nl.voorelkaar.portal.ui.ErrorSummary;
import nl.voorelkaar.portal.ui.Form;
import nl.voorelkaar.portal.ui.Notice;
import nl.voorelkaar.portal.ui.Page;
import nl.voorelkaar.portal.ui.TextArea;
import nl.voorelkaar.portal.ui.TextLine;
import nl.voorelkaar.portal.ui.Tone;
import nl.voorelkaar.portal.ui.Words;

/**
 * For who worries about somebody else. Needs no login, and answers alike whoever it is about: nobody learns here
 * whether the municipality knows them.
 */
@Route(value = "zorgen", layout = OpenShell.class)
@AnonymousAllowed
class WorryPage extends Page implements BeforeEnterObserver {

    static final String PATH = "/zorgen";

    private final transient Worries worries;
    private final transient HouseSettings settings;
    /** Chosen before the first click, so that a second click tells nothing twice. */
    private final transient UUID id;

    private final ErrorSummary errors = new ErrorSummary();
    private final TextArea words = new TextArea(Words.say("worry.words"))
            .hint(Words.say("worry.words.hint"))
            .rows(6)
            .counted(Worry.LONGEST_TEXT)
            .handle("worry-words");
    private final TextLine about = new TextLine(Words.say("worry.about"))
            .hint(Words.say("worry.about.hint"))
            .autocomplete("off")
            .handle("worry-about");
    private final TextLine name = new TextLine(Words.say("worry.name"))
            .optional()
            .autocomplete("name")
            .handle("worry-name");
    private final TextLine contact = new TextLine(Words.say("worry.contact"))
            .hint(Words.say("worry.contact.hint"))
            .optional()
            .handle("worry-contact");
    private final Check mayBeNamed = new Check(Words.say("worry.named"))
            .hint(Words.say("worry.named.hint"))
            .handle("worry-named");

    WorryPage(Worries worries, HouseSettings settings, Clock clock) {
        super(Words.say("worry.title"));
        this.worries = worries;
        this.settings = settings;
        this.id = UuidV7.at(clock.instant());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (settings.face() != Face.RESIDENT) {
            throw new NotFoundException();
        }
        clear();
        lead(Words.say("worry.lead"));
        var form = new Form(
                this::send,
                words,
                about,
                name,
                contact,
                mayBeNamed,
                beside(Action.submit(Words.say("worry.send")).handle("worry-send")));
        var card = new Card(errors, form);
        card.addClassName("ve-narrow");
        add(new Notice(Tone.INFO, Words.say("worry.danger")), card);
    }

    private void send() {
        if (!errors.begin()
                .need(!words.getValue().isBlank(), words, Words.say("worry.words.missing"))
                .need(
                        length(words.getValue()) <= Worry.LONGEST_TEXT,
                        words,
                        Words.say("worry.long", Worry.LONGEST_TEXT))
                .need(!about.getValue().isBlank(), about, Words.say("worry.about.missing"))
                .need(
                        length(about.getValue()) <= Worry.LONGEST_LINE,
                        about,
                        Words.say("worry.long", Worry.LONGEST_LINE))
                .need(length(name.getValue()) <= Worry.LONGEST_LINE, name, Words.say("worry.long", Worry.LONGEST_LINE))
                .need(
                        length(contact.getValue()) <= Worry.LONGEST_LINE,
                        contact,
                        Words.say("worry.long", Worry.LONGEST_LINE))
                .fine()) {
            return;
        }
        var text = new Worry.Text(
                about.getValue(),
                words.getValue(),
                Optional.of(name.getValue()),
                Optional.of(contact.getValue()),
                mayBeNamed.getValue());
        if (!worries.tell(id, text, from())) {
            errors.begin().need(false, words, Words.say("worry.often")).fine();
            return;
        }
        clear();
        var told = new Card(
                new H2(Words.say("worry.told")),
                new Paragraph(Words.say("worry.told.then")),
                new Paragraph(Words.say(text.contact().isPresent() ? "worry.told.call" : "worry.told.no-call")),
                new Paragraph(Words.say("worry.told.private")),
                beside(ActionLink.secondary("/", Words.say("worry.told.home"))));
        told.addClassName("ve-narrow");
        told.setTestId("worry-told");
        told.getElement().setAttribute("role", "status");
        add(told);
        readFromTop();
    }

    private static int length(String text) {
        return text.strip().codePointCount(0, text.strip().length());
    }

    /** Stands for the address: counted in memory, never kept. */
    private static UUID from() {
        return UUID.nameUUIDFromBytes(VaadinRequest.getCurrent().getRemoteAddr().getBytes(StandardCharsets.UTF_8));
    }
}
