package nl.voorelkaar.portal.resident.proof;

import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.Proofs;
import nl.voorelkaar.consent.TransparencyLog;
import nl.voorelkaar.portal.access.SignedIn;
import nl.voorelkaar.portal.resident.ResidentShell;
import nl.voorelkaar.portal.ui.Action;
import nl.voorelkaar.portal.ui.ActionLink;
import nl.voorelkaar.portal.ui.Card;
import nl.voorelkaar.portal.ui.Dates;
import nl.voorelkaar.portal.ui.Icon;
import nl.voorelkaar.portal.ui.Notice;
import nl.voorelkaar.portal.ui.Page;
import nl.voorelkaar.portal.ui.Tone;
import nl.voorelkaar.portal.ui.Words;

/** The proof that the log is whole, to take along; and its stand, to keep on paper. */
@Route(value = "mijn/bewijs", layout = ResidentShell.class)
@PermitAll
class ProofPage extends Page {

    ProofPage(SignedIn signedIn, Proofs proofs, TransparencyLog log, Clock clock) {
        super(Words.say("proof.title"));
        trail(new Crumb("/mijn", Words.say("menu.home")), new Crumb("/mijn/logboek", Words.say("log.title")));
        lead(Words.say("proof.lead"));
        var actor = signedIn.resident();
        proofs.completeUntil(actor).ifPresent(until -> {
            var whole = new Paragraph(Words.say("log.sealed-until", Dates.moment(until)));
            whole.addClassName("ve-soft");
            whole.setTestId("proof-sealed-until");
            head(whole);
        });
        if (!log.status().good()) {
            add(new Notice(Tone.WARN, Words.say("proof.behind")));
        }
        var name = "mijn-bewijs-" + CalendarDays.dayOf(clock.instant()) + ".json";
        add(new Card(
                new H2(Words.say("proof.download.title")),
                new Paragraph(Words.say("proof.download.what")),
                new Paragraph(Words.say("proof.download.private")),
                ActionLink.download(
                                file -> {
                                    file.setFileName(name);
                                    file.setContentType("application/json");
                                    file.getOutputStream()
                                            .write(proofs.make(actor).json());
                                },
                                Words.say("proof.download"))
                        .icon(Icon.Shape.DOCUMENT)
                        .handle("proof-download")));
        var check = new Card(
                new H2(Words.say("proof.check.title")),
                new Paragraph(Words.say("proof.check.what")),
                file(Verifiers.PAGE, "proof.check.page", "proof-verifier-page"));
        log.logs().stream()
                .findFirst()
                .map(first -> first.prefix() + Verifiers.PAGE.substring(PublishedProof.PATH.length()))
                .ifPresent(address -> check.add(new Paragraph(Words.say("proof.check.phone", address))));
        check.add(
                new Paragraph(Words.say("proof.check.program.what")),
                file(Verifiers.PROGRAM, "proof.check.program", "proof-verifier-program"));
        add(check);
        add(stand(actor, proofs));
        log.keyPrint().ifPresent(print -> {
            var code = new Code(print);
            code.getElement().setAttribute("translate", "no");
            code.setTestId("proof-key-print");
            add(new Card(
                    new H2(Words.say("proof.keys.title")), new Paragraph(Words.say("proof.keys.what")), new Div(code)));
        });
    }

    private static ActionLink file(String path, String words, String handle) {
        var link = ActionLink.secondary(path, Words.say(words))
                .icon(Icon.Shape.DOCUMENT)
                .handle(handle);
        link.getElement().setAttribute("download", true);
        return link;
    }

    private static Card stand(Actor.Resident actor, Proofs proofs) {
        var card = new Card(new H2(Words.say("proof.stand.title")));
        proofs.stand(actor)
                .ifPresentOrElse(
                        stand -> {
                            var code = new Code(stand.code());
                            code.getElement().setAttribute("translate", "no");
                            code.addClassName("ve-stand");
                            code.setTestId("proof-state-code");
                            card.add(
                                    new Paragraph(Words.say("proof.stand.what")),
                                    new Paragraph(Words.count("proof.stand.lines", Math.toIntExact(stand.sequence()))),
                                    new Div(code),
                                    new QrCode(stand.code(), Words.say("proof.stand.qr")),
                                    Action.secondary(
                                                    Words.say("proof.stand.print"),
                                                    click -> click.getSource()
                                                            .getElement()
                                                            .executeJs("window.print()"))
                                            .icon(Icon.Shape.PRINT));
                        },
                        () -> card.add(new Paragraph(Words.say("proof.stand.none"))));
        return card;
    }
}
