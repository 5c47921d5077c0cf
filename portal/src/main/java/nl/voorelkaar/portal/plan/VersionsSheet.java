package nl.voorelkaar.portal.plan;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.dom.Element;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import nl.voorelkaar.dossier.plan.Content;
import nl.voorelkaar.dossier.plan.Ondersteuningsplan;
import nl.voorelkaar.dossier.plan.PlanPart;
import nl.voorelkaar.dossier.plan.Signature;
import nl.voorelkaar.dossier.plan.Version;
import nl.voorelkaar.dossier.plan.WordDiff;
import nl.voorelkaar.portal.ui.Badge;
import nl.voorelkaar.portal.ui.Dates;
import nl.voorelkaar.portal.ui.EmptyState;
import nl.voorelkaar.portal.ui.Tone;
import nl.voorelkaar.portal.ui.Words;

/** Every frozen version with its signatures and its file, and word by word what changed between them. */
public final class VersionsSheet extends Div {

    private final transient Seat seat;
    private final transient Ondersteuningsplan plan;

    public VersionsSheet(Seat seat, Ondersteuningsplan plan) {
        this.seat = seat;
        this.plan = plan;
        addClassName("ve-stack-wide");
        if (plan.versions().isEmpty()) {
            add(EmptyState.ofPage(Words.say("plan.versions.none"), Words.say("plan.versions.none.why")));
            return;
        }
        var last = plan.versions().getLast();
        if (plan.state().writable() && !plan.content().equals(last.content())) {
            add(card(new H2(Words.say("plan.versions.now")), difference(last.content(), plan.content())));
        }
        for (var version : plan.versions().reversed()) {
            add(version(version));
        }
    }

    private Component version(Version version) {
        var head = new Div(new H2(Words.say("plan.version", version.number())));
        head.addClassName("ve-row-apart");
        if (version.voided()) {
            head.add(new Badge(Tone.QUIET, Words.say("plan.version.void")));
        }
        var signatures = new UnorderedList();
        version.signatures().forEach(signature -> signatures.add(new ListItem(words(signature))));
        var card = card(
                head,
                new Paragraph(Words.say(
                        "plan.version.frozen",
                        Dates.moment(version.at()),
                        PlanWords.who(version.by(), seat.isResident()))));
        card.add(version.signatures().isEmpty() ? new Paragraph(Words.say("plan.version.unsigned")) : signatures);
        before(version).ifPresent(older -> {
            card.add(new H3(Words.say("plan.version.changed", older.number())));
            card.add(difference(older.content(), version.content()));
        });
        card.add(PlanFile.link(
                Words.say("plan.version.file", version.number()),
                "ondersteuningsplan-versie-" + version.number() + ".pdf",
                () -> seat.plans().paper(seat.actor().get(), seat.resident(), plan.id(), version.paper())));
        card.setTestId("plan-version");
        return card;
    }

    private Optional<Version> before(Version version) {
        return plan.versions().stream()
                .filter(other -> other.number() == version.number() - 1)
                .findFirst();
    }

    private String words(Signature signature) {
        var as = Words.say("plan.signer." + PlanWords.code(signature.as()));
        return signature.ink()
                ? Words.say(
                        "plan.signature.ink", as, PlanWords.who(signature.by(), false), Dates.moment(signature.at()))
                : Words.say(
                        "plan.signature",
                        as,
                        PlanWords.who(signature.by(), seat.isResident()),
                        Dates.moment(signature.at()));
    }

    private static Article card(Component... parts) {
        var card = new Article(parts);
        card.addClassNames("ve-card", "ve-stack");
        return card;
    }

    /** Only what differs. Words that went and came are told in words too, for who hears the page. */
    static Component difference(Content before, Content after) {
        var texts = new LinkedHashMap<String, String[]>();
        texts(before).forEach((label, text) -> texts.computeIfAbsent(label, _ -> new String[] {"", ""})[0] = text);
        texts(after).forEach((label, text) -> texts.computeIfAbsent(label, _ -> new String[] {"", ""})[1] = text);
        var body = new Div();
        body.addClassName("ve-stack");
        body.setTestId("plan-difference");
        texts.forEach((label, both) -> {
            if (!both[0].equals(both[1])) {
                var name = new Paragraph(label);
                name.addClassName("ve-plan-label");
                body.add(name, marked(both[0], both[1]));
            }
        });
        if (body.getChildren().findAny().isEmpty()) {
            body.add(new Paragraph(Words.say("plan.version.same")));
        }
        return body;
    }

    private static Component marked(String before, String after) {
        var text = new Div();
        text.addClassNames("ve-text", "ve-diff");
        for (var piece : WordDiff.between(before, after)) {
            switch (piece.kind()) {
                case SAME -> text.getElement().appendChild(Element.createText(piece.text()));
                case GONE -> text.getElement().appendChild(mark("del", "plan.diff.gone", piece.text()));
                case NEW -> text.getElement().appendChild(mark("ins", "plan.diff.new", piece.text()));
            }
        }
        return text;
    }

    private static Element mark(String tag, String key, String words) {
        var heard = new Span(" " + Words.say(key) + " ");
        heard.addClassName("ve-only-heard");
        var mark = new Element(tag);
        mark.appendChild(heard.getElement(), Element.createText(words));
        return mark;
    }

    private static Map<String, String> texts(Content content) {
        var texts = new LinkedHashMap<String, String>();
        for (var part : PlanPart.values()) {
            content.part(part)
                    .ifPresent(text -> texts.put(
                            PlanWords.part(part), text.notApplicable() ? Words.say("plan.none") : text.text()));
        }
        var goals = new StringBuilder();
        for (var goal : content.goals()) {
            goals.append(goal.text()).append('\n');
            goal.tasks()
                    .forEach(task -> goals.append("– ")
                            .append(task.text())
                            .append(", ")
                            .append(task.who().isBlank() ? PlanWords.owner(task.owner(), false) : task.who())
                            .append(task.due()
                                    .map(due -> ", " + Words.say("plan.task.before", Dates.day(due)))
                                    .orElse(""))
                            .append('\n'));
        }
        texts.put(Words.say("plan.goals"), goals.toString());
        return texts;
    }
}
