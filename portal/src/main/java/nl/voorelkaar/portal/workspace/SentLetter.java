package nl.voorelkaar.portal.workspace;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.voorelkaar.dossier.decision.Sending;
import nl.voorelkaar.dossier.decision.Sendings;
import nl.voorelkaar.dossier.procedure.StepRefused;
import nl.voorelkaar.portal.letter.DeliveryWords;
import nl.voorelkaar.portal.notice.LetterPost;
import nl.voorelkaar.portal.ui.ActionLink;
import nl.voorelkaar.portal.ui.Icon;
import nl.voorelkaar.portal.ui.TextArea;
import nl.voorelkaar.portal.ui.Toast;
import nl.voorelkaar.portal.ui.Words;

/** A letter that left, as who sent it sees it: the file, how it travelled, and what to do when it did not arrive. */
public final class SentLetter extends Section {

    /** What the screen does with it. */
    public interface Acts {

        /** The kept file. */
        byte[] bring(Sending sending);

        LetterPost.State state(Sending sending);

        void failed(Sending sending, Sending.Failure why);

        void again(List<String> address);
    }

    private final transient Acts acts;
    private final transient List<String> address;

    /**
     * @param kind of letter, for the words of the ledger: where they begin
     * @param address lines that were on the envelope the last time
     * @param sends whether this person may send it again
     */
    public SentLetter(
            String kind,
            Sendings sendings,
            Optional<Instant> openedAt,
            List<String> address,
            boolean sends,
            Acts acts) {
        this.acts = acts;
        this.address = address;
        addClassName("ve-stack");
        setTestId("sent-letter");
        add(new H2(Words.say("workspace.letter.sent")));
        sendings.last().ifPresent(last -> add(bring(last)));
        var ledger = new Div(DeliveryWords.ledger(kind, sendings.all(), openedAt));
        ledger.setTestId("delivery-ledger");
        add(ledger);
        if (sends) {
            sendings.last().ifPresent(last -> add(sendings.failed().isPresent() ? again() : failing(last)));
        }
    }

    private Component bring(Sending last) {
        var row = new Div(ActionLink.download(
                        file -> {
                            file.setFileName("brief.pdf");
                            file.setContentType("application/pdf");
                            file.getOutputStream().write(acts.bring(last));
                        },
                        Words.say("besluit.pdf"))
                .icon(Icon.Shape.DOCUMENT)
                .handle("letter-pdf"));
        row.addClassName("ve-row");
        return row;
    }

    private Component again() {
        var lines = address();
        return new StepCard(Words.say("workspace.again"))
                .about(Words.say("workspace.letter.again.what"))
                .asks(lines)
                .needs(errors ->
                        errors.need(lines(lines).size() >= 2, lines, Words.say("refused.decision.address-missing")))
                .does(Words.say("workspace.again"), "letter-again", () -> acts.again(lines(lines)))
                .card();
    }

    private TextArea address() {
        var area = addressField();
        area.setValue(String.join("\n", address));
        return area;
    }

    /** Name and address as on an envelope. */
    public static TextArea addressField() {
        return new TextArea(Words.say("workspace.announce.address"))
                .hint(Words.say("workspace.announce.address.hint"))
                .rows(4)
                .handle("letter-address");
    }

    /** What was typed, line by line, without empty ones. */
    public static List<String> lines(TextArea area) {
        return area.getValue()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private Component failing(Sending last) {
        return NotArrived.of(last, acts::state, Words.say("workspace.letter.failed"), "letter-failed", why -> {
            try {
                acts.failed(last, why);
            } catch (StepRefused refused) {
                Toast.show(Words.why(refused));
            }
        });
    }
}
