package nl.voorelkaar.portal.resident.decisions;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import java.util.Optional;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.dossier.NoticePhones;
import nl.voorelkaar.dossier.PhoneNumber;
import nl.voorelkaar.portal.ui.Action;
import nl.voorelkaar.portal.ui.ErrorSummary;
import nl.voorelkaar.portal.ui.Form;
import nl.voorelkaar.portal.ui.Notice;
import nl.voorelkaar.portal.ui.TextLine;
import nl.voorelkaar.portal.ui.Tone;
import nl.voorelkaar.portal.ui.Words;

/** A text message beside the mail when there is news: only for who asks for it, and stopped as easily. */
final class SmsCard extends Section {

    private final transient NoticePhones phones;
    private final transient Actor.Resident actor;

    SmsCard(NoticePhones phones, Actor.Resident actor) {
        this.phones = phones;
        this.actor = actor;
        addClassNames("ve-card", "ve-narrow", "ve-stack");
        show(phones.of(actor.id()), false);
    }

    private void show(Optional<PhoneNumber> number, boolean changed) {
        removeAll();
        add(new H2(Words.say("sms.title")), new Paragraph(Words.say("sms.lead")));
        if (changed || number.isPresent()) {
            var now = new Notice(
                    changed ? Tone.GOOD : Tone.INFO,
                    number.map(chosen -> Words.say("sms.now", chosen.lastTwo()))
                            .orElseGet(() -> Words.say("sms.stopped")));
            now.setTestId("sms-now");
            add(changed ? now.spoken() : now);
        }
        add(number.isPresent() ? stopping() : asking());
    }

    private Div stopping() {
        return new Div(Action.secondary(Words.say("sms.stop"), _ -> choose(Optional.empty()))
                .handle("sms-stop"));
    }

    private Div asking() {
        var number = new TextLine(Words.say("sms.number"))
                .hint(Words.say("sms.number.hint"))
                .autocomplete("tel")
                .keyboard("tel")
                .handle("sms-number");
        var errors = new ErrorSummary();
        var form = new Form(
                () -> {
                    var typed = number(number.getValue());
                    errors.begin()
                            .need(typed.isPresent(), number, Words.say("sms.number.wrong"))
                            .fine();
                    typed.ifPresent(chosen -> choose(Optional.of(chosen)));
                },
                number,
                Action.submit(Words.say("sms.start")).handle("sms-start"));
        var asking = new Div(errors, form);
        asking.addClassName("ve-stack");
        return asking;
    }

    private void choose(Optional<PhoneNumber> number) {
        phones.choose(actor, number);
        show(number, true);
    }

    private static Optional<PhoneNumber> number(String typed) {
        try {
            return Optional.of(PhoneNumber.of(typed));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
