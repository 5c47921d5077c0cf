package nl.voorelkaar.portal.workspace.experts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import nl.voorelkaar.consent.AccessRefused;
import nl.voorelkaar.consent.Consult;
import nl.voorelkaar.consent.ConsultId;
import nl.voorelkaar.consent.ConsultRefused;
import nl.voorelkaar.consent.Consults;
import nl.voorelkaar.consent.Parties;
import nl.voorelkaar.dossier.expert.AskedQuestion;
import nl.voorelkaar.dossier.expert.Experts;
import nl.voorelkaar.dossier.expert.QuestionRefused;
import nl.voorelkaar.dossier.expert.Reply;
import nl.voorelkaar.portal.access.ScreenWatch;
import nl.voorelkaar.portal.access.SignedIn;
import nl.voorelkaar.portal.ui.Action;
import nl.voorelkaar.portal.ui.ActionLink;
import nl.voorelkaar.portal.ui.AddressId;
import nl.voorelkaar.portal.ui.AttachedPage;
import nl.voorelkaar.portal.ui.Card;
import nl.voorelkaar.portal.ui.DataSummary;
import nl.voorelkaar.portal.ui.Dates;
import nl.voorelkaar.portal.ui.ErrorSummary;
import nl.voorelkaar.portal.ui.Form;
import nl.voorelkaar.portal.ui.Notice;
import nl.voorelkaar.portal.ui.Page;
import nl.voorelkaar.portal.ui.People;
import nl.voorelkaar.portal.ui.Radios;
import nl.voorelkaar.portal.ui.TextArea;
import nl.voorelkaar.portal.ui.Tone;
import nl.voorelkaar.portal.ui.Words;
import nl.voorelkaar.portal.workspace.WorkspacePaths;
import nl.voorelkaar.portal.workspace.WorkspaceShell;
import nl.voorelkaar.portal.workspace.dossiers.Caseload;

/** One question: to answer for the expert, to follow for who asked. */
@Route(value = WorkspacePaths.EXPERTS + "/:consult", layout = WorkspaceShell.class)
@RolesAllowed(SignedIn.PROFESSIONAL)
class ExpertQuestionView extends Page implements BeforeEnterObserver {

    private final transient SignedIn signedIn;
    private final transient Consults consults;
    private final transient Experts experts;
    private final transient Parties parties;
    private final transient Caseload caseload;
    private final transient ScreenWatch watch;

    ExpertQuestionView(
            SignedIn signedIn,
            Consults consults,
            Experts experts,
            Parties parties,
            Caseload caseload,
            ScreenWatch watch) {
        super(Words.say("workspace.experts.one"));
        this.signedIn = signedIn;
        this.consults = consults;
        this.experts = experts;
        this.parties = parties;
        this.caseload = caseload;
        this.watch = watch;
        trail(new Crumb("/" + WorkspacePaths.EXPERTS, Words.say("workspace.experts.title")));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(find(new ConsultId(AddressId.in(event, "consult"))));
    }

    private AskedQuestion find(ConsultId id) {
        try {
            return experts.open(signedIn.professional(), id);
        } catch (AccessRefused notThere) {
            throw new NotFoundException();
        }
    }

    private void show(AskedQuestion asked) {
        clear();
        title(Words.say("workspace.experts.one"));
        var actor = signedIn.professional();
        var consult = asked.consult();
        var state = new Notice(Tone.INFO, ConsultWords.state(consult));
        state.setTestId("consult-state");
        add(state);
        var expert = consult.expert().equals(actor.id());
        add(facts(consult, expert));
        var words = part(Words.say("workspace.experts.question"), new Card(said(asked.words())));
        words.setTestId("consult-question");
        add(words);
        if (!asked.pages().isEmpty()) {
            var pages = part(Words.say("workspace.experts.pages.attached"));
            asked.pages()
                    .forEach(page -> pages.add(AttachedPage.of(
                            page, number -> experts.picture(signedIn.professional(), consult.id(), number))));
            add(pages);
        } else if (!asked.titles().isEmpty()) {
            add(new Paragraph(Words.say("workspace.experts.pages.gone", Words.list(asked.titles()))));
        }
        asked.reply().ifPresent(reply -> add(reply(reply)));
        if (expert) {
            add(answering(asked));
            watch.watch(this, () -> consults.find(actor, consult.id()).state() == Consult.State.OPEN, this::over);
        } else if (consult.state().open()) {
            add(beside(Action.secondary(Words.say("workspace.experts.withdraw"), _ -> {
                        consults.withdraw(actor, consult.id());
                        show(experts.open(actor, consult.id()));
                        readFromTop();
                    })
                    .handle("expert-withdraw")));
        }
    }

    /** The expert reads whom it is about only where the pages say so. */
    private Component facts(Consult consult, boolean expert) {
        var other = expert ? consult.askedBy() : consult.expert();
        var facts = new DataSummary()
                .row(
                        Words.say(expert ? "workspace.experts.asks" : "workspace.experts.expert"),
                        Optional.ofNullable(parties.find(Set.of(other)).get(other))
                                .map(People::full)
                                .orElse(""))
                .row(Words.say("workspace.experts.last"), Dates.day(consult.lastDay()));
        if (!expert) {
            ConsultWords.about(consult, caseload.open())
                    .ifPresent(about -> facts.row(Words.say("workspace.experts.whom"), about));
        }
        return new Card(facts);
    }

    private static Component reply(Reply reply) {
        return part(
                Words.say("workspace.experts.answer"),
                new Card(new H3(verdict(reply.verdict())), said(reply.words())).handle("consult-reply"));
    }

    private static String verdict(Reply.Verdict verdict) {
        return Words.say("consult.verdict." + verdict.name().toLowerCase(Locale.ROOT));
    }

    private Component answering(AskedQuestion asked) {
        var errors = new ErrorSummary();
        var verdict = new Radios<>(
                Words.say("workspace.experts.verdict"),
                EnumSet.allOf(Reply.Verdict.class),
                ExpertQuestionView::verdict,
                _ -> Optional.empty(),
                each -> "expert-verdict-" + each.name().toLowerCase(Locale.ROOT));
        var words = new TextArea(Words.say("workspace.experts.answer"))
                .hint(Words.say("workspace.experts.answer.hint"))
                .rows(6)
                .counted(Experts.LONGEST)
                .handle("expert-answer");
        var form = new Form(
                () -> {
                    var chosen = verdict.getValue();
                    var fine = errors.begin()
                            .need(chosen != null, verdict, Words.say("workspace.experts.verdict.missing"))
                            .need(!words.getValue().isBlank(), words, Words.say("consult.refused.empty"))
                            .fine();
                    if (fine && chosen != null) {
                        try {
                            experts.answer(
                                    signedIn.professional(), asked.consult().id(), new Reply(chosen, words.getValue()));
                            answered();
                        } catch (QuestionRefused refused) {
                            errors.begin()
                                    .need(false, words, ConsultWords.refused(refused))
                                    .fine();
                        } catch (AccessRefused | ConsultRefused refused) {
                            over();
                        }
                    }
                },
                verdict,
                words,
                new Paragraph(Words.say("workspace.experts.answer.closes")),
                beside(Action.submit(Words.say("workspace.experts.answer.send")).handle("expert-answer-send")));
        var card = new Card(errors, form);
        card.addClassName("ve-narrow");
        return part(Words.say("workspace.experts.your-answer"), card);
    }

    private void answered() {
        closed(Tone.GOOD, "workspace.experts.answered");
    }

    private void over() {
        closed(Tone.INFO, "workspace.experts.over");
    }

    /** Nothing of it stays on the screen. */
    private void closed(Tone tone, String words) {
        clear();
        title(Words.say("workspace.experts.one"));
        var said = new Notice(tone, Words.say(words)).spoken();
        said.setTestId("consult-closed");
        add(said, beside(ActionLink.primary("/" + WorkspacePaths.EXPERTS, Words.say("workspace.experts.back"))));
        readFromTop();
    }
}
