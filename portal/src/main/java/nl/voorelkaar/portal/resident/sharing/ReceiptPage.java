package nl.voorelkaar.portal.resident.sharing;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Collectors;
import nl.voorelkaar.consent.ConsentRecord;
import nl.voorelkaar.consent.Grant;
import nl.voorelkaar.consent.GrantId;
import nl.voorelkaar.consent.Grants;
import nl.voorelkaar.consent.Handle;
import nl.voorelkaar.consent.Proofs;
import nl.voorelkaar.dossier.paper.Paper;
import nl.voorelkaar.dossier.paper.Papers;
import nl.voorelkaar.portal.access.SignedIn;
import nl.voorelkaar.portal.resident.ResidentShell;
import nl.voorelkaar.portal.ui.Action;
import nl.voorelkaar.portal.ui.ActionLink;
import nl.voorelkaar.portal.ui.AddressId;
import nl.voorelkaar.portal.ui.DataSummary;
import nl.voorelkaar.portal.ui.Dates;
import nl.voorelkaar.portal.ui.Icon;
import nl.voorelkaar.portal.ui.Notice;
import nl.voorelkaar.portal.ui.Page;
import nl.voorelkaar.portal.ui.People;
import nl.voorelkaar.portal.ui.Receipt;
import nl.voorelkaar.portal.ui.StatusSteps;
import nl.voorelkaar.portal.ui.StatusSteps.State;
import nl.voorelkaar.portal.ui.Tone;
import nl.voorelkaar.portal.ui.Words;

/** The proof of one grant: on the screen, on paper, as PDF, and as the record that other systems read. */
@Route(value = "mijn/toegang/bewijs/:grant", layout = ResidentShell.class)
@PermitAll
class ReceiptPage extends Page implements BeforeEnterObserver {

    private final transient SignedIn signedIn;
    private final transient Grants grants;
    private final transient Proofs proofs;
    private final transient Papers papers;

    ReceiptPage(SignedIn signedIn, Grants grants, Proofs proofs, Papers papers) {
        this.signedIn = signedIn;
        this.grants = grants;
        this.proofs = proofs;
        this.papers = papers;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        clear();
        trail(new Crumb("/mijn", Words.say("menu.home")), new Crumb("/mijn/toegang", Words.say("sharing.title")));
        var grant = grants.find(signedIn.resident(), new GrantId(AddressId.in(event, "grant")));
        var records = grants.records(signedIn.resident(), grant.request());
        var record = ReceiptPdf.given(grant, records);
        title(Words.say("receipt.title"));
        if (grant.live()) {
            add(new Notice(
                    Tone.GOOD,
                    Words.say(
                            "receipt.given",
                            grant.to().name(),
                            People.sections(grant.terms().sections()),
                            Dates.day(grant.terms().until()))));
        } else {
            add(new Notice(
                    Tone.INFO,
                    Words.say(
                            "stopped." + grant.state().name().toLowerCase(Locale.ROOT),
                            grant.to().name(),
                            Dates.moment(grant.stateSince()))));
        }
        var name = signedIn.name();
        var language = Words.locale();
        var receipt = new Receipt(
                Words.say("receipt.heading"),
                facts(grant, record, name),
                Action.secondary(
                                Words.say("receipt.print"),
                                click -> click.getSource().getElement().executeJs("window.print()"))
                        .icon(Icon.Shape.PRINT),
                ActionLink.download(
                                file -> {
                                    file.setFileName("toestemming.pdf");
                                    file.setContentType("application/pdf");
                                    file.getOutputStream()
                                            .write(papers.print(ReceiptPdf.paper(grant, record, name, language))
                                                    .pdf());
                                },
                                Words.say("receipt.pdf"))
                        .handle("grant-receipt-pdf"),
                ActionLink.download(
                                file -> {
                                    file.setFileName("toestemming.json");
                                    file.setContentType("application/json");
                                    file.getOutputStream().write(record.json().getBytes(StandardCharsets.UTF_8));
                                },
                                Words.say("receipt.json"))
                        .handle("grant-receipt-json"));
        receipt.setTestId("grant-receipt");
        add(receipt);
        if (grant.live()) {
            add(new StatusSteps()
                    .step(State.DONE, Words.say("receipt.step.given"))
                    .step(State.NOW, Words.say("receipt.step.now", grant.to().name()))
                    .step(
                            State.LATER,
                            Words.say(
                                    "receipt.step.later",
                                    Dates.day(grant.terms().until()))));
        }
        add(
                new Evidence(records),
                SupervisorCard.of(papers, () -> forSupervisor(grant, name, language)),
                ActionLink.primary("/mijn/toegang", Words.say("receipt.to-sharing")));
    }

    private Paper forSupervisor(Grant grant, String name, Locale language) {
        var actor = signedIn.resident();
        var versions = grants.of(actor).stream()
                .filter(other -> other.request().equals(grant.request()))
                .map(Grant::id)
                .collect(Collectors.toSet());
        var proof = proofs.make(actor, new Handle(grant.request().value()), versions);
        return ReceiptPdf.forSupervisor(grant, grants.records(actor, grant.request()), proof, name, language);
    }

    static DataSummary facts(Grant grant, ConsentRecord record, String resident) {
        var number = new Span(grant.id().toString());
        number.getElement().setAttribute("translate", "no");
        var print = new Span(record.sha256());
        print.getElement().setAttribute("translate", "no");
        var sentences = new UnorderedList();
        record.shown().text().lines().forEach(line -> sentences.add(new ListItem(line)));
        sentences.getElement().setAttribute("lang", record.shown().language().getLanguage());
        return new DataSummary()
                .row(Words.say("receipt.resident"), resident)
                .row(Words.say("receipt.to"), People.full(grant.to()))
                .row(Words.say("receipt.from"), Dates.moment(grant.from()))
                .row(Words.say("grant.until"), Dates.day(grant.terms().until()))
                .row(Words.say("grant.sections"), People.sections(grant.terms().sections()))
                .row(Words.say("grant.rights"), People.rights(grant.terms().rights()))
                .row(Words.say("receipt.text"), sentences)
                .row(Words.say("receipt.number"), number)
                .row(Words.say("receipt.fingerprint"), print);
    }
}
