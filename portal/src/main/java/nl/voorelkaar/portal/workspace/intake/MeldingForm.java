package nl.voorelkaar.portal.workspace.intake;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import nl.voorelkaar.consent.AccessRefused;
import nl.voorelkaar.dossier.intake.Happened;
import nl.voorelkaar.dossier.intake.Onderzoek;
import nl.voorelkaar.dossier.intake.Worry;
import nl.voorelkaar.dossier.procedure.StepRefused;
import nl.voorelkaar.portal.notice.LetterPost;
import nl.voorelkaar.portal.ui.Action;
import nl.voorelkaar.portal.ui.Card;
import nl.voorelkaar.portal.ui.Check;
import nl.voorelkaar.portal.ui.ErrorSummary;
import nl.voorelkaar.portal.ui.Form;
import nl.voorelkaar.portal.ui.Radios;
import nl.voorelkaar.portal.ui.TextArea;
import nl.voorelkaar.portal.ui.TextLine;
import nl.voorelkaar.portal.ui.Words;
import nl.voorelkaar.portal.workspace.SentLetter;

/** What the desk writes down of somebody's melding. The resident reads it word for word. */
final class MeldingForm extends Div {

    private static final List<Happened.Way> FROM_THE_RESIDENT =
            List.of(Happened.Way.BY_PHONE, Happened.Way.AT_THE_DESK, Happened.Way.BY_LETTER);

    private enum Receipt {
        LETTER,
        NOTICE
    }

    private final transient Optional<Worry> worry;
    private final transient BiFunction<Happened.Reported, List<String>, Onderzoek> file;
    private final transient Consumer<Onderzoek> then;

    private final ErrorSummary errors = new ErrorSummary();
    private final Radios<Happened.Way> way = new Radios<>(
            Words.say("workspace.desk.way"),
            FROM_THE_RESIDENT,
            each -> Words.say("melding.way." + code(each)),
            each -> Optional.empty(),
            each -> "desk-way-" + code(each));
    private final TextArea words = new TextArea(Words.say("workspace.desk.words"))
            .rows(6)
            .counted(Onderzoek.LONGEST_TEXT)
            .handle("desk-words");
    private final Check soon = new Check(Words.say("melding.soon")).handle("desk-soon");
    private final TextLine reachable = new TextLine(Words.say("workspace.desk.reachable"))
            .optional()
            .autocomplete("off")
            .handle("desk-reachable");
    private final Radios<Receipt> receipt = new Radios<>(
            Words.say("workspace.desk.receipt"),
            List.of(Receipt.values()),
            each -> Words.say("workspace.desk.receipt." + each.name().toLowerCase(Locale.ROOT)),
            each -> Optional.of(
                    Words.say("workspace.desk.receipt." + each.name().toLowerCase(Locale.ROOT) + ".hint")),
            each -> "desk-receipt-" + each.name().toLowerCase(Locale.ROOT));
    private final TextArea address = SentLetter.addressField().handle("desk-address");

    /**
     * @param worry what somebody else told, when the melding follows from it
     * @param file files a melding, with the address for its letter or none
     */
    MeldingForm(
            Optional<Worry> worry,
            BiFunction<Happened.Reported, List<String>, Onderzoek> file,
            Consumer<Onderzoek> then) {
        this.worry = worry;
        this.file = file;
        this.then = then;
        words.hint(Words.say(
                worry.filter(known -> known.text().nameToTell().isEmpty()).isPresent()
                        ? "workspace.desk.words.hint.not-named"
                        : "workspace.desk.words.hint"));
        worry.ifPresent(known -> words.setValue(known.text().words()));
        address.setVisible(false);
        receipt.addValueChangeListener(change -> address.setVisible(change.getValue() == Receipt.LETTER));
        var form = new Form(this::send);
        if (worry.isEmpty()) {
            form.add(way);
        }
        form.add(
                words,
                soon,
                reachable,
                receipt,
                address,
                new Div(Action.submit(Words.say("workspace.desk.send")).handle("desk-send")));
        var card = new Card(
                new H2(Words.say("workspace.desk.form")),
                new Paragraph(Words.say("workspace.desk.form.what")),
                errors,
                form);
        card.addClassName("ve-narrow");
        add(card);
    }

    private void send() {
        var how = worry.map(_ -> Happened.Way.WORRIED).orElseGet(way::getValue);
        var lines = receipt.getValue() == Receipt.LETTER ? SentLetter.lines(address) : List.<String>of();
        var fine = errors.begin()
                .need(how != null, way, Words.say("workspace.desk.way.missing"))
                .need(!words.getValue().isBlank(), words, Words.say("melding.words.missing"))
                .need(reachable.getValue().length() <= 500, reachable, Words.say("melding.line.long"))
                .need(receipt.getValue() != null, receipt, Words.say("workspace.desk.receipt.missing"))
                .need(
                        receipt.getValue() != Receipt.LETTER || lines.size() >= 2,
                        address,
                        Words.say("refused.decision.address-missing"))
                .fine();
        if (!fine || how == null) {
            return;
        }
        var melding = new Happened.Reported(
                words.getValue(),
                soon.getValue(),
                Optional.of(reachable.getValue()),
                Optional.empty(),
                Optional.of(new Happened.Source(
                        how, worry.flatMap(known -> known.text().nameToTell()))));
        try {
            then.accept(file.apply(melding, lines));
        } catch (LetterPost.NotTaken noLetter) {
            errors.begin()
                    .need(false, address, Words.say("workspace.desk.letter.away"))
                    .fine();
        } catch (StepRefused refused) {
            errors.begin().need(false, words, Words.why(refused)).fine();
        } catch (AccessRefused refused) {
            errors.begin()
                    .need(false, words, Words.say("workspace.desk.refused"))
                    .fine();
        }
    }

    private static String code(Happened.Way way) {
        return way.name().toLowerCase(Locale.ROOT);
    }
}
