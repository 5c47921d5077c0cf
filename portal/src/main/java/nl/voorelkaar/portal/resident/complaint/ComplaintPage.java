package nl.voorelkaar.portal.resident.complaint;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.voorelkaar.consent.UuidV7;
import nl.voorelkaar.dossier.FormKey;
import nl.voorelkaar.dossier.complaint.Complaints;
import nl.voorelkaar.dossier.complaint.Klacht;
import nl.voorelkaar.dossier.procedure.ProcedureId;
import nl.voorelkaar.dossier.procedure.StepId;
import nl.voorelkaar.portal.access.SignedIn;
import nl.voorelkaar.portal.resident.ResidentShell;
import nl.voorelkaar.portal.resident.draft.Drafting;
import nl.voorelkaar.portal.resident.draft.KeptDraft;
import nl.voorelkaar.portal.ui.Action;
import nl.voorelkaar.portal.ui.ActionLink;
import nl.voorelkaar.portal.ui.Card;
import nl.voorelkaar.portal.ui.Choice;
import nl.voorelkaar.portal.ui.DataSummary;
import nl.voorelkaar.portal.ui.Dates;
import nl.voorelkaar.portal.ui.ErrorSummary;
import nl.voorelkaar.portal.ui.Form;
import nl.voorelkaar.portal.ui.Notice;
import nl.voorelkaar.portal.ui.Page;
import nl.voorelkaar.portal.ui.TextArea;
import nl.voorelkaar.portal.ui.TextLine;
import nl.voorelkaar.portal.ui.Tone;
import nl.voorelkaar.portal.ui.Typed;
import nl.voorelkaar.portal.ui.Words;

/** Complaining in one's own words; checked once more before it goes, with who gets to read it. */
@Route(value = "mijn/klacht", layout = ResidentShell.class)
@PermitAll
class ComplaintPage extends Page {

    /** In characters, of a name or a moment in words. */
    private static final int LONGEST_LINE = 500;

    private final transient SignedIn signedIn;
    private final transient Complaints complaints;
    private final transient Drafting drafting;
    /** Chosen before the first click, so that a second click files nothing twice. */
    private final transient ProcedureId id;

    private final ErrorSummary errors = new ErrorSummary();
    private final Choice<Target> about;
    private final TextLine name = new TextLine(Words.say("klacht.name"))
            .hint(Words.say("klacht.name.hint"))
            .optional()
            .handle("complaint-name");
    private final TextArea what = new TextArea(Words.say("klacht.what"))
            .hint(Words.say("klacht.what.hint"))
            .rows(8)
            .counted(Klacht.LONGEST_TEXT)
            .handle("complaint-what");
    private final TextLine when = new TextLine(Words.say("klacht.when"))
            .hint(Words.say("klacht.when.hint"))
            .optional()
            .handle("complaint-when");
    private final TextArea wish = new TextArea(Words.say("klacht.wish"))
            .hint(Words.say("klacht.wish.hint"))
            .optional()
            .rows(4)
            .handle("complaint-wish");
    private transient Optional<KeptDraft> kept = Optional.empty();

    ComplaintPage(SignedIn signedIn, Complaints complaints, Drafting drafting, Clock clock) {
        super(Words.say("klacht.title"));
        this.signedIn = signedIn;
        this.complaints = complaints;
        this.drafting = drafting;
        this.id = new ProcedureId(UuidV7.at(clock.instant()));
        this.about = new Choice<>(
                        Words.say("klacht.about"),
                        Target.all(complaints.known(signedIn.resident())),
                        Target::code,
                        Target::words)
                .none(Words.say("klacht.about.choose"))
                .hint(Words.say("klacht.about.hint"))
                .handle("complaint-about");
        about.setValue(null);
        lead(Words.say("klacht.lead"));
        trail(new Crumb("/mijn", Words.say("menu.home")));
        ask();
    }

    private void ask() {
        clear();
        var before = complaints.of(signedIn.resident(), signedIn.resident().id());
        if (!before.isEmpty()) {
            add(earlier(before));
        }
        var form = new Form(
                this::check,
                about,
                name,
                what,
                when,
                wish,
                beside(
                        Action.submit(Words.say("klacht.to-check")).handle("complaint-check"),
                        ActionLink.quiet("/mijn", Words.say("klacht.cancel"))));
        var draft = drafting.of(new FormKey("klacht-new"), typed());
        kept = Optional.of(draft);
        form.add(draft.status());
        var card = new Card(draft, errors, form);
        card.addClassName("ve-narrow");
        add(
                new Notice(Tone.INFO, Words.say("klacht.decision"))
                        .with(ActionLink.secondary("/mijn/besluiten", Words.say("klacht.decision.go"))),
                card,
                new Paragraph(Words.say("klacht.privacy")));
    }

    private Map<String, Typed> typed() {
        var fields = new LinkedHashMap<String, Typed>();
        fields.put("about", about);
        fields.put("name", name);
        fields.put("what", what);
        fields.put("when", when);
        fields.put("wish", wish);
        return fields;
    }

    private void check() {
        var target = about.getValue();
        var told = what.getValue().strip();
        if (!errors.begin()
                        .need(target != null, about, Words.say("klacht.about.missing"))
                        .need(
                                target == null
                                        || !target.needsName()
                                        || !name.getValue().isBlank(),
                                name,
                                Words.say("klacht.name.missing"))
                        .need(name.getValue().length() <= LONGEST_LINE, name, Words.say("klacht.line.long"))
                        .need(!told.isEmpty(), what, Words.say("klacht.what.missing"))
                        .need(told.length() <= Klacht.LONGEST_TEXT, what, Words.say("refused.complaint.too-long"))
                        .need(when.getValue().length() <= LONGEST_LINE, when, Words.say("klacht.line.long"))
                        .need(
                                wish.getValue().length() <= Klacht.LONGEST_TEXT,
                                wish,
                                Words.say("refused.complaint.too-long"))
                        .fine()
                || target == null) {
            return;
        }
        clear();
        var facts = new DataSummary()
                .row(Words.say("klacht.about"), target.words())
                .row(Words.say("klacht.what"), said(told));
        if (target.needsName()) {
            facts.row(Words.say("klacht.name"), name.getValue().strip());
        }
        if (!when.getValue().isBlank()) {
            facts.row(Words.say("klacht.when"), when.getValue().strip());
        }
        if (!wish.getValue().isBlank()) {
            facts.row(Words.say("klacht.wish"), said(wish.getValue().strip()));
        }
        var card = new Card(new H2(Words.say("klacht.check")), facts, new Paragraph(Words.say("klacht.check.what")));
        if (target.provider()) {
            card.add(new Notice(Tone.INFO, Words.say("klacht.provider")));
        } else if (!(target instanceof Target.Municipality)) {
            card.add(new Notice(Tone.INFO, Words.say("klacht.check.copy")));
        }
        card.add(beside(
                Action.primary(Words.say("klacht.send"), _ -> send(target)).handle("complaint-send"),
                Action.quiet(Words.say("klacht.change"), _ -> {
                    ask();
                    readFromTop();
                })));
        card.addClassName("ve-narrow");
        add(card);
        readFromTop();
    }

    private void send(Target target) {
        complaints.file(
                signedIn.resident(),
                id,
                new StepId(UUID.nameUUIDFromBytes(id.toString().getBytes(StandardCharsets.UTF_8))),
                new Klacht.Filing(target.about(name.getValue()), what.getValue(), when.getValue(), wish.getValue()));
        kept.ifPresent(KeptDraft::done);
        UI.getCurrent().navigate("mijn/klacht/" + id);
    }

    private static Component earlier(List<Klacht> before) {
        var list = new UnorderedList();
        list.addClassName("ve-list");
        for (var one : before) {
            var day = Dates.shortDay(one.receivedOn());
            list.add(new ListItem(new Card(
                            new H3(Words.say("klacht.of", day)),
                            new Paragraph(Words.say(
                                    "klacht.state." + one.state().name().toLowerCase(Locale.ROOT))),
                            beside(ActionLink.secondary("/mijn/klacht/" + one.id(), Words.say("klacht.look"))
                                    .heard(day)))
                    .handle("complaint")));
        }
        var section = new Section(new H2(Words.count("klacht.earlier", before.size())), list);
        section.addClassName("ve-stack");
        return section;
    }
}
