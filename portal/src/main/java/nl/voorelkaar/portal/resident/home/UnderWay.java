package nl.voorelkaar.portal.resident.home;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nl.voorelkaar.dossier.procedure.ProcedureHead;
import nl.voorelkaar.dossier.procedure.ProcedureKind;
import nl.voorelkaar.portal.ui.ActionLink;
import nl.voorelkaar.portal.ui.Card;
import nl.voorelkaar.portal.ui.Dates;
import nl.voorelkaar.portal.ui.Words;

/** What the resident asked and the municipality has not answered yet: where it stands, and the way back to it. */
final class UnderWay {

    private record Place(String path, String states) {}

    private static final Map<ProcedureKind, Place> PLACES = Map.of(
            ProcedureKind.ONDERZOEK, new Place("/mijn/melding/", "melding.state."),
            ProcedureKind.AANVRAAG, new Place("/mijn/besluiten/aanvraag/", "aanvraag.state."),
            ProcedureKind.BEZWAAR, new Place("/mijn/bezwaar/", "bezwaar.state."),
            ProcedureKind.KLACHT, new Place("/mijn/klacht/", "klacht.state."),
            ProcedureKind.VERZOEK, new Place("/mijn/rechten/", "verzoek.state."));

    private UnderWay() {}

    /** Empty when nothing is. */
    static Optional<Card> of(List<ProcedureHead> heads) {
        var lines = heads.stream()
                .filter(head -> !head.closed() && PLACES.containsKey(head.kind()))
                .map(UnderWay::line)
                .toArray(ListItem[]::new);
        if (lines.length == 0) {
            return Optional.empty();
        }
        var list = new UnorderedList(lines);
        list.addClassName("ve-lines");
        return Optional.of(new Card(list).handle("under-way"));
    }

    private static ListItem line(ProcedureHead head) {
        var place = PLACES.get(head.kind());
        var what = Words.say("home.under-way." + head.kind().name().toLowerCase(Locale.ROOT));
        var line = new ListItem(
                new H3(what),
                new Paragraph(Words.say(place.states + head.state().toLowerCase(Locale.ROOT))));
        head.due().ifPresent(last -> {
            var by = new Paragraph(Words.say("home.under-way.by", Dates.day(last)));
            by.addClassNames("ve-soft", "ve-small");
            line.add(by);
        });
        line.add(new Div(ActionLink.quiet(place.path + head.id(), Words.say("home.under-way.look"))
                .heard(what)));
        return line;
    }
}
