package nl.voorelkaar.portal.resident.sharing;

import java.util.ArrayList;
import java.util.List;
import nl.voorelkaar.consent.Party;
import nl.voorelkaar.consent.Purpose;
import nl.voorelkaar.consent.Right;
import nl.voorelkaar.consent.ShownText;
import nl.voorelkaar.consent.Terms;
import nl.voorelkaar.portal.ui.Dates;
import nl.voorelkaar.portal.ui.People;
import nl.voorelkaar.portal.ui.Words;

/** What a resident says yes to, in sentences: the same ones on the screen and in the evidence. */
record Declaration(List<String> sentences) {

    static Declaration of(Party to, Terms terms, Purpose purpose) {
        var sentences = new ArrayList<String>();
        sentences.add(Words.say("declaration.who", People.full(to), People.sections(terms.sections())));
        if (terms.rights().contains(Right.ADD)) {
            sentences.add(Words.say("declaration.add", to.name()));
        }
        sentences.add(Words.say("declaration.why", purpose.text()));
        sentences.add(Words.say("declaration.until", Dates.day(terms.until())));
        sentences.add(Words.say(terms.team() ? "declaration.team" : "declaration.no-team"));
        sentences.add(Words.say("declaration.stop"));
        return new Declaration(List.copyOf(sentences));
    }

    ShownText shown() {
        return Words.shown(sentences);
    }
}
