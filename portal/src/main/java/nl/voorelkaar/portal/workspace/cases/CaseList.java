package nl.voorelkaar.portal.workspace.cases;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.dossier.procedure.ProcedureHead;
import nl.voorelkaar.portal.ui.ActionLink;
import nl.voorelkaar.portal.ui.Badge;
import nl.voorelkaar.portal.ui.EmptyState;
import nl.voorelkaar.portal.ui.Icon;
import nl.voorelkaar.portal.ui.Tone;
import nl.voorelkaar.portal.ui.Words;

/** A part of a work list: cases under a heading, each with whose it is, how far, and how long there is time. */
public final class CaseList extends Section {

    private final String handle;
    private final Map<ResidentId, String> names;
    private final LocalDate today;

    /**
     * @param handle for each row
     * @param names of the residents whose dossier is open
     */
    public CaseList(String title, String handle, Map<ResidentId, String> names, LocalDate today) {
        super(new H2(title));
        this.handle = handle;
        this.names = names;
        this.today = today;
        addClassName("ve-stack");
    }

    /** What the list says when there is nothing in it. */
    public CaseList of(List<ProcedureHead> heads, String none, String why) {
        if (heads.isEmpty()) {
            add(new EmptyState(none, why));
            return this;
        }
        return of(heads);
    }

    public CaseList of(List<ProcedureHead> heads) {
        var list = new UnorderedList();
        list.addClassName("ve-list");
        heads.forEach(head -> list.add(new ListItem(row(head))));
        add(list);
        return this;
    }

    /** What is over and may still be read; nothing when there is nothing. */
    public static Optional<Component> closed(
            List<ProcedureHead> heads, String handle, Map<ResidentId, String> names, LocalDate today) {
        return heads.isEmpty()
                ? Optional.empty()
                : Optional.of(new CaseList(Words.say("workspace.case.closed"), handle, names, today).of(heads));
    }

    private Article row(ProcedureHead head) {
        var name = names.getOrDefault(head.resident(), Words.say("workspace.case.somebody"));
        var top = new Div(new H3(name), new Badge(Tone.QUIET, CaseWords.state(head)));
        top.addClassName("ve-row-apart");
        var row = new Article(top);
        row.addClassName("ve-entry");
        row.setTestId(handle);
        CaseWords.due(head, today).ifPresent(due -> row.add(time(due)));
        row.add(number(head));
        row.add(new Div(ActionLink.secondary(CaseWords.path(head), Words.say("workspace.case.open"))
                .heard(name)
                .handle("case-open")));
        return row;
    }

    /** What a resident who calls reads from a letter. */
    public static Component number(ProcedureHead head) {
        var number = new Paragraph(Words.say("workspace.case.number", head.id().reference()));
        number.addClassNames("ve-soft", "ve-small");
        return number;
    }

    /** A term that presses stands out. */
    public static Component time(CaseWords.Due due) {
        if (due.tone() == Tone.QUIET) {
            var calm = new Div(new Span(due.words()));
            calm.addClassName("ve-entry-facts");
            return calm;
        }
        var pressing = new Paragraph();
        pressing.add(new Icon(Icon.Shape.CLOCK), new Span(due.words()));
        pressing.addClassName("ve-due");
        pressing.getElement().setAttribute(due.tone() == Tone.BAD ? "data-over" : "data-soon", true);
        return pressing;
    }
}
