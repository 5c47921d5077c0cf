package nl.voorelkaar.portal.workspace.experts;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.voorelkaar.consent.AccessRefused;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.ConsultId;
import nl.voorelkaar.consent.ConsultRefused;
import nl.voorelkaar.consent.Consults;
import nl.voorelkaar.consent.Parties;
import nl.voorelkaar.consent.Party;
import nl.voorelkaar.dossier.DocumentRefused;
import nl.voorelkaar.dossier.Documents;
import nl.voorelkaar.dossier.Dossiers;
import nl.voorelkaar.dossier.Entry;
import nl.voorelkaar.dossier.expert.Experts;
import nl.voorelkaar.dossier.expert.QuestionRefused;
import nl.voorelkaar.portal.access.SignedIn;
import nl.voorelkaar.portal.ui.Action;
import nl.voorelkaar.portal.ui.ActionLink;
import nl.voorelkaar.portal.ui.Card;
import nl.voorelkaar.portal.ui.CheckGroup;
import nl.voorelkaar.portal.ui.Choice;
import nl.voorelkaar.portal.ui.Dates;
import nl.voorelkaar.portal.ui.DayField;
import nl.voorelkaar.portal.ui.EmptyState;
import nl.voorelkaar.portal.ui.ErrorSummary;
import nl.voorelkaar.portal.ui.Form;
import nl.voorelkaar.portal.ui.Page;
import nl.voorelkaar.portal.ui.People;
import nl.voorelkaar.portal.ui.TextArea;
import nl.voorelkaar.portal.ui.Words;
import nl.voorelkaar.portal.workspace.WorkspacePaths;
import nl.voorelkaar.portal.workspace.WorkspaceShell;
import nl.voorelkaar.portal.workspace.dossiers.Caseload;
import nl.voorelkaar.portal.workspace.dossiers.HeldDossier;
import nl.voorelkaar.portal.workspace.dossiers.NotTheirs;

/** Putting a question about one resident to an expert, with the pages that the expert needs for it. */
@Route(value = WorkspacePaths.EXPERTS + "/nieuw/:dossier", layout = WorkspaceShell.class)
@RolesAllowed(SignedIn.PROFESSIONAL)
class AskExpertView extends Page implements BeforeEnterObserver {

    private static final int USUAL_DAYS = 14;

    private final transient SignedIn signedIn;
    private final transient Caseload caseload;
    private final transient Dossiers dossiers;
    private final transient Experts experts;
    private final transient Parties parties;
    private final transient NotTheirs notTheirs;
    private final transient Clock clock;

    AskExpertView(
            SignedIn signedIn,
            Caseload caseload,
            Dossiers dossiers,
            Experts experts,
            Parties parties,
            NotTheirs notTheirs,
            Clock clock) {
        super(Words.say("workspace.experts.ask"));
        this.signedIn = signedIn;
        this.caseload = caseload;
        this.dossiers = dossiers;
        this.experts = experts;
        this.parties = parties;
        this.notTheirs = notTheirs;
        this.clock = clock;
        trail(new Crumb("/" + WorkspacePaths.EXPERTS, Words.say("workspace.experts.title")));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var address = event.getRouteParameters().get("dossier").orElse("");
        var held = caseload.find(address).orElseThrow(() -> notTheirs.at(address));
        show(held);
    }

    private void show(HeldDossier held) {
        clear();
        lead(Words.say("workspace.experts.ask.lead"));
        var actor = signedIn.professional();
        var pool = parties.experts(actor);
        if (pool.isEmpty()) {
            add(new EmptyState(Words.say("workspace.experts.pool.none"), Words.say("workspace.experts.pool.none.why")));
            return;
        }
        var pages = dossiers.open(actor, held.resident()).sections().stream()
                .flatMap(section -> section.entries().stream())
                .toList();
        var today = CalendarDays.dayOf(clock.instant());
        var id = new ConsultId(UUID.randomUUID());
        var errors = new ErrorSummary();
        var expert = new Choice<Party>(
                        Words.say("workspace.experts.who"),
                        pool,
                        party -> party.id().toString(),
                        party -> Words.say("workspace.assign.row", party.name(), party.organisationName()))
                .none(Words.say("workspace.experts.choose"))
                .handle("expert-who");
        expert.setValue(null);
        var question = new TextArea(Words.say("workspace.experts.question"))
                .hint(Words.say("workspace.experts.question.hint"))
                .rows(5)
                .counted(Experts.LONGEST)
                .handle("expert-question");
        var attached = new CheckGroup<Entry>(
                Words.say("workspace.experts.pages"),
                pages,
                Entry::title,
                entry -> Optional.of(hint(entry)),
                entry -> "expert-page-" + entry.id());
        var until = new DayField(Words.say("workspace.experts.last-day"))
                .hint(Words.say("workspace.experts.last-day.hint", Dates.day(today.plus(Consults.LONGEST))))
                .between(today, today.plus(Consults.LONGEST))
                .handle("expert-until");
        until.setValue(today.plusDays(USUAL_DAYS));
        var form = new Form(() -> {
            var who = expert.getValue();
            LocalDate last = until.getValue();
            var fine = errors.begin()
                    .need(who != null, expert, Words.say("workspace.experts.choose"))
                    .need(!question.getValue().isBlank(), question, Words.say("consult.refused.empty"))
                    .need(last != null, until, Words.say("request.until.missing"))
                    .fine();
            if (fine && who != null && last != null) {
                try {
                    var chosen = attached.getValue().stream().map(Entry::id).collect(Collectors.toSet());
                    experts.ask(actor, id, held.resident(), who.id(), question.getValue(), chosen, last);
                    UI.getCurrent().navigate(WorkspacePaths.EXPERTS + "/" + id);
                } catch (ConsultRefused refused) {
                    errors.begin()
                            .need(
                                    false,
                                    switch (refused.reason()) {
                                        case UNTIL_IN_THE_PAST, TOO_LONG -> until;
                                        default -> expert;
                                    },
                                    ConsultWords.refused(refused))
                            .fine();
                } catch (QuestionRefused refused) {
                    errors.begin()
                            .need(false, question, ConsultWords.refused(refused))
                            .fine();
                } catch (DocumentRefused notDrawn) {
                    errors.begin()
                            .need(false, attached, Words.why(notDrawn.reason(), Documents.LARGEST))
                            .fine();
                } catch (AccessRefused refused) {
                    errors.begin()
                            .need(false, question, Words.say("workspace.experts.not-yours"))
                            .fine();
                }
            }
        });
        form.add(expert, question);
        if (!pages.isEmpty()) {
            form.add(attached);
        }
        form.add(
                until,
                new Paragraph(Words.say("workspace.experts.told")),
                beside(
                        Action.submit(Words.say("workspace.experts.send")).handle("expert-send"),
                        ActionLink.secondary("/" + WorkspacePaths.EXPERTS, Words.say("workspace.experts.back"))));
        var card = new Card(errors, form);
        card.addClassName("ve-narrow");
        add(card);
    }

    /** The part, and what of a file goes along. */
    private static String hint(Entry entry) {
        var part = People.section(entry.section());
        return entry.document()
                .map(file -> file.pages() > 0
                        ? Words.say("workspace.experts.page.file", part, file.pages())
                        : Words.say("workspace.experts.page.no-file", part))
                .orElse(part);
    }
}
