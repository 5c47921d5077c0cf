package nl.voorelkaar.portal.workspace.privacy;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Instant;
import java.util.UUID;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.Justification;
import nl.voorelkaar.consent.PrivacyWatch;
import nl.voorelkaar.portal.ui.TextArea;
import nl.voorelkaar.portal.ui.Words;
import nl.voorelkaar.portal.workspace.StepCard;
import nl.voorelkaar.portal.workspace.emergency.BreachSheet;

/** Breaches that somebody found otherwise than in the review of an emergency access, with their 72 hours (AVG 33). */
final class FoundBreaches extends Section {

    private final transient PrivacyWatch watch;
    private final transient Actor.Professional officer;
    private final transient Instant now;

    FoundBreaches(PrivacyWatch watch, Actor.Professional officer, Instant now) {
        this.watch = watch;
        this.officer = officer;
        this.now = now;
        addClassName("ve-stack");
        show();
    }

    private void show() {
        removeAll();
        add(new H2(Words.say("workspace.breach.title")), new Paragraph(Words.say("workspace.breach.about")));
        var all = watch.found(officer);
        if (!all.isEmpty()) {
            var list = new UnorderedList();
            list.addClassName("ve-list");
            all.forEach(breach -> list.add(new ListItem(one(breach))));
            add(list);
        }
        add(finding());
    }

    private Component one(PrivacyWatch.FoundBreach breach) {
        var what = new Paragraph(breach.what().text());
        what.addClassName("ve-text");
        return new Div(
                what,
                new BreachSheet(breach.knownAt(), breach.reportBefore(), breach.closing(), now, (reported, words) -> {
                    watch.close(officer, breach.id(), reported, words);
                    show();
                }));
    }

    private Component finding() {
        var id = UUID.randomUUID();
        var words = new TextArea(Words.say("workspace.breach.what"))
                .hint(Words.say("workspace.breach.what.hint"))
                .rows(4)
                .counted(Justification.LONGEST)
                .handle("breach-what");
        return new StepCard(Words.say("workspace.breach.new"))
                .about(Words.say("workspace.breach.new.about"))
                .asks(words)
                .needs(errors -> errors.need(fits(words.getValue()), words, Words.say("workspace.nood.text.wrong")))
                .does(Words.say("workspace.breach.open"), "breach-open", () -> {
                    watch.found(officer, id, new Justification(words.getValue()));
                    show();
                })
                .folded();
    }

    private static boolean fits(String typed) {
        var length = typed.strip().length();
        return length >= Justification.SHORTEST && length <= Justification.LONGEST;
    }
}
