package nl.voorelkaar.portal.workspace.privacy;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
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
            List.of("login", "own", "file", "consent", "log", "emergency", "rights", "notice");

    private Supervision() {}

    static Component unusual(List<UnusualUse> uses) {
        var section = section(Words.say("workspace.privacy.unusual"), Words.say("workspace.privacy.unusual.about"));
        if (uses.isEmpty()) {
            section.add(new Paragraph(Words.say("workspace.privacy.unusual.none")));
            return section;
        }
        var list = new UnorderedList();
        for (var use : uses) {
            var why = use.signs().stream()
                    .map(sign -> Words.say(
                            "workspace.privacy.unusual." + sign.name().toLowerCase(Locale.ROOT), use.dossiers()))
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
        var section = section(
                Words.say("workspace.privacy.grounds"),
                Words.say("workspace.privacy.grounds.about", Dates.shortDay(table.validFrom())));
        section.setTestId("privacy-grounds");
        var statutes = new LinkedHashMap<String, DataSummary>();
        table.byLaw()
                .forEach(row -> statutes.computeIfAbsent(row.statute(), _ -> new DataSummary())
                        .row(People.role(row.role()), opened(row)));
        statutes.forEach((statute, roles) -> section.add(new NativeDetails(People.statuteFirst(statute), roles)));
        var asked = new DataSummary();
        table.byConsent().forEach(row -> asked.row(People.role(row.role()), People.sections(row.sections())));
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
        return parts.isEmpty() ? Words.say("workspace.privacy.grounds.nothing") : String.join(" ", parts);
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
