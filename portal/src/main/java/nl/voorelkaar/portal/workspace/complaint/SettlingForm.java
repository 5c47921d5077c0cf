package nl.voorelkaar.portal.workspace.complaint;

import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;
import nl.voorelkaar.dossier.complaint.ComplaintEvent;
import nl.voorelkaar.dossier.complaint.ComplaintEvent.Judgement;
import nl.voorelkaar.dossier.complaint.Klacht;
import nl.voorelkaar.dossier.procedure.Author;
import nl.voorelkaar.dossier.procedure.StepId;
import nl.voorelkaar.portal.ui.Choice;
import nl.voorelkaar.portal.ui.DataSummary;
import nl.voorelkaar.portal.ui.TextArea;
import nl.voorelkaar.portal.ui.Words;
import nl.voorelkaar.portal.workspace.LastLook;
import nl.voorelkaar.portal.workspace.SentLetter;
import nl.voorelkaar.portal.workspace.StepCard;
import nl.voorelkaar.portal.workspace.complaint.ComplaintAnnouncing.Order;

/** Settling a complaint: the questions, then the letter as it will leave, then the outcome. */
final class SettlingForm extends Div {

    private final transient Klacht klacht;
    private final transient Author.Professional by;
    private final transient Function<Order, byte[]> preview;
    private final transient BiConsumer<Order, StepId> announce;
    /** Chosen before the first click, so that a second click settles nothing twice. */
    private final transient StepId step = new StepId(UUID.randomUUID());

    private final TextArea findings = new TextArea(Words.say("workspace.complaint.settle.findings"))
            .rows(6)
            .counted(Klacht.LONGEST_TEXT)
            .handle("settle-findings");
    private final Choice<Judgement> judgement = new Choice<Judgement>(
                    Words.say("workspace.complaint.settle.judgement"),
                    List.of(Judgement.values()),
                    Enum::name,
                    SettlingForm::words)
            .none(Words.say("workspace.complaint.choose"))
            .handle("settle-judgement");
    private final TextArea conclusions = new TextArea(Words.say("workspace.complaint.settle.conclusions"))
            .rows(4)
            .counted(Klacht.LONGEST_TEXT)
            .handle("settle-conclusions");
    private final TextArea address = SentLetter.addressField();

    SettlingForm(
            Klacht klacht,
            Author.Professional by,
            Function<Order, byte[]> preview,
            BiConsumer<Order, StepId> announce) {
        this.klacht = klacht;
        this.by = by;
        this.preview = preview;
        this.announce = announce;
        addClassName("ve-stack");
        judgement.setValue(null);
        address.setValue(String.join("\n", klacht.address()));
        klacht.readied().ifPresent(readied -> {
            findings.setValue(readied.settlement().findings());
            judgement.setValue(readied.settlement().judgement());
            conclusions.setValue(readied.settlement().conclusions());
        });
        ask();
    }

    private static String words(Judgement judgement) {
        return Words.say("klacht.judgement." + judgement.name().toLowerCase(Locale.ROOT));
    }

    private void ask() {
        removeAll();
        var missing = Words.say("workspace.complaint.missing");
        add(new StepCard(Words.say("workspace.complaint.settle"))
                .about(Words.say("workspace.complaint.settle.about"))
                .asks(findings, judgement, conclusions, address)
                .needs(errors -> errors.need(!findings.getValue().isBlank(), findings, missing)
                        .need(judgement.getValue() != null, judgement, missing)
                        .need(!conclusions.getValue().isBlank(), conclusions, missing)
                        .need(
                                SentLetter.lines(address).size() >= 2,
                                address,
                                Words.say("refused.decision.address-missing")))
                .does(Words.say("workspace.complaint.settle.send"), "complaint-settle", this::check)
                .card());
    }

    private void check() {
        var chosen = Objects.requireNonNull(judgement.getValue());
        var order = new Order(
                klacht,
                new ComplaintEvent.Settled(
                        findings.getValue().strip(),
                        chosen,
                        conclusions.getValue().strip()),
                by,
                SentLetter.lines(address));
        removeAll();
        add(new LastLook(
                        Words.say("workspace.complaint.settle.sure"),
                        new DataSummary()
                                .row(Words.say("workspace.complaint.settle.judgement"), words(chosen))
                                .row(Words.say("workspace.announce.address"), String.join(", ", order.address())),
                        Words.say("workspace.complaint.settle.sure.what"))
                .looks(() -> preview.apply(order))
                .sends(
                        Words.say("workspace.complaint.settle.confirm"),
                        "letter-send",
                        () -> announce.accept(order, step))
                .goesBack(Words.say("workspace.letter.change"), this::ask)
                .inView());
    }
}
