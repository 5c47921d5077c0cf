package nl.voorelkaar.portal.resident.sharing;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.voorelkaar.consent.ConsentRecord;
import nl.voorelkaar.portal.ui.ActionLink;
import nl.voorelkaar.portal.ui.Card;
import nl.voorelkaar.portal.ui.Dates;
import nl.voorelkaar.portal.ui.Words;

/**
 * All that a resident decided about one request, mandate or question, with the words that were shown, to save again at
 * any time.
 */
public final class Evidence extends Section {

    /** Nothing while nothing was decided. */
    public static Optional<Evidence> of(List<ConsentRecord> records) {
        return records.isEmpty() ? Optional.empty() : Optional.of(new Evidence(records));
    }

    Evidence(List<ConsentRecord> records) {
        super(new H2(Words.say("evidence.title")), new Paragraph(Words.say("evidence.about")));
        addClassName("ve-stack");
        var list = new UnorderedList();
        list.addClassName("ve-list");
        records.forEach(record -> list.add(new ListItem(card(record))));
        add(list);
    }

    static String what(Locale language, ConsentRecord record) {
        return Words.say(language, "evidence." + record.what().name().toLowerCase(Locale.ROOT));
    }

    private static Card card(ConsentRecord record) {
        var moment = Dates.moment(record.at());
        var card = new Card(new H3(what(Words.locale(), record)), new Paragraph(moment));
        if (!record.shown().text().isEmpty()) {
            var words = new UnorderedList();
            record.shown().text().lines().forEach(line -> words.add(new ListItem(line)));
            words.getElement().setAttribute("lang", record.shown().language().getLanguage());
            card.add(new NativeDetails(Words.say("evidence.shown"), words));
        }
        card.add(file(record.id() + ".json", "application/json", record.json().getBytes(StandardCharsets.UTF_8))
                .heard(moment)
                .handle("evidence-json"));
        record.signature()
                .ifPresent(seal -> card.add(file(record.id() + ".json.p7s", "application/pkcs7-signature", seal)
                        .heard(moment)
                        .handle("evidence-seal")));
        return card.handle("evidence");
    }

    private static ActionLink file(String name, String type, byte[] content) {
        return ActionLink.download(
                file -> {
                    file.setFileName(name);
                    file.setContentType(type);
                    file.getOutputStream().write(content);
                },
                Words.say(name.endsWith(".p7s") ? "evidence.seal" : "receipt.json"));
    }
}
