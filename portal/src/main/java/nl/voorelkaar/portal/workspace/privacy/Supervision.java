package nl.voorelkaar.portal.workspace.privacy;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import nl.voorelkaar.consent.GroundTable;
import nl.voorelkaar.portal.ui.DataSummary;
import nl.voorelkaar.portal.ui.Dates;
import nl.voorelkaar.portal.ui.People;
import nl.voorelkaar.portal.ui.Words;

/** What the privacy officer watches: what stands out, on which grounds people look, and what is processed. */
final class Supervision {

    /** What the register of processing says, in the order of a resident's way through the house. */
    private static final List<String> REGISTER =
            List.of("login", "own", "file", "consent", "log", "watch", "emergency", "rights", "notice");

    private Supervision() {}

    /** @param part of the words: what is looked at */
    static Component unusual(String part, List<UnusualUse> uses) {
        var section =
                section(Words.say("workspace.privacy." + part), Words.say("workspace.privacy." + part + ".about"));
        section.setTestId("privacy-" + part);
        if (uses.isEmpty()) {
            section.add(new Paragraph(Words.say("workspace.privacy.unusual.none")));
            return section;
        }
        var list = new UnorderedList();
        for (var use : uses) {
            var why = use.signs().stream()
                    .map(sign -> Words.say(
                            "workspace.privacy.unusual." + sign.name().toLowerCase(Locale.ROOT),
                            use.dossiers(),
                            use.refused()))
                    .toList();
            var item = new ListItem(Words.say(
                    "workspace.privacy.unusual.line", use.by().name(), Dates.day(use.day()), Words.list(why)));
            item.setTestId("privacy-unusual");
            list.add(item);
        }
        section.add(list);
        return section;
    }

    static Component grounds(GroundTable table) {
        var section = section(Words.say("workspace.privacy.grounds"), Words.say("workspace.privacy.grounds.about"));
        section.setTestId("privacy-grounds");
        var statutes = new LinkedHashMap<String, DataSummary>();
        table.byLaw()
                .forEach(row -> statutes.computeIfAbsent(row.statute(), _ -> new DataSummary())
                        .row(People.role(row.role()), opened(row)));
        statutes.forEach((statute, roles) -> section.add(new NativeDetails(People.statuteFirst(statute), roles)));
        var asked = new DataSummary();
        table.byConsent()
                .forEach(row -> asked.row(
                        People.role(row.role()), People.sections(row.sections()) + ". " + since(row.since())));
        section.add(new NativeDetails(Words.say("workspace.privacy.grounds.consent"), asked));
        return section;
    }

    private static String opened(GroundTable.ByLaw row) {
        var parts = new ArrayList<String>();
        if (!row.reads().isEmpty()) {
            parts.add(Words.say("workspace.privacy.grounds.reads", People.sections(row.reads())));
        }
        if (!row.writes().isEmpty()) {
            parts.add(Words.say("workspace.privacy.grounds.writes", People.sections(row.writes())));
        }
        if (parts.isEmpty()) {
            parts.add(Words.say("workspace.privacy.grounds.nothing"));
        }
        parts.add(since(row.since()));
        return String.join(" ", parts);
    }

    private static String since(LocalDate day) {
        return Words.say("workspace.privacy.grounds.since", Dates.shortDay(day));
    }

    static Component register() {
        var section = section(Words.say("workspace.privacy.register"), Words.say("workspace.privacy.register.about"));
        for (var activity : REGISTER) {
            var key = "workspace.privacy.register." + activity;
            section.add(new NativeDetails(
                    Words.say(key),
                    new DataSummary()
                            .row(Words.say("workspace.privacy.register.why"), Words.say(key + ".why"))
                            .row(Words.say("workspace.privacy.register.who"), Words.say(key + ".who"))
                            .row(Words.say("workspace.privacy.register.term"), Words.say(key + ".term"))));
        }
        return section;
    }

    private static Section section(String title, String about) {
        var section = new Section(new H2(title), new Paragraph(about));
        section.addClassName("ve-stack");
        return section;
    }
}
