package nl.voorelkaar.portal.resident.rights;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.consent.Zone;
import nl.voorelkaar.dossier.erasure.Erasure;
import nl.voorelkaar.dossier.erasure.ErasureId;
import nl.voorelkaar.dossier.erasure.ErasureRefusal;
import nl.voorelkaar.dossier.erasure.Erasures;
import nl.voorelkaar.dossier.paper.Papers;
import nl.voorelkaar.dossier.procedure.StepRefused;
import nl.voorelkaar.portal.access.SignedIn;
import nl.voorelkaar.portal.resident.ResidentShell;
import nl.voorelkaar.portal.ui.Action;
import nl.voorelkaar.portal.ui.ActionLink;
import nl.voorelkaar.portal.ui.AddressId;
import nl.voorelkaar.portal.ui.Card;
import nl.voorelkaar.portal.ui.DataSummary;
import nl.voorelkaar.portal.ui.Dates;
import nl.voorelkaar.portal.ui.ErasureWords;
import nl.voorelkaar.portal.ui.Icon;
import nl.voorelkaar.portal.ui.Notice;
import nl.voorelkaar.portal.ui.Page;
import nl.voorelkaar.portal.ui.Receipt;
import nl.voorelkaar.portal.ui.Toast;
import nl.voorelkaar.portal.ui.Tone;
import nl.voorelkaar.portal.ui.Words;

/** One erasure: the way back while there is one, and the proof of destruction after that. */
@Route(value = "mijn/rechten/wissen/:erasure", layout = ResidentShell.class)
@PermitAll
class ErasedPage extends Page implements BeforeEnterObserver {

    private final transient SignedIn signedIn;
    private final transient Erasures erasures;
    private final transient Papers papers;

    ErasedPage(SignedIn signedIn, Erasures erasures, Papers papers) {
        this.signedIn = signedIn;
        this.erasures = erasures;
        this.papers = papers;
    }

    /** As people call it. */
    static String name(Set<Section> sections) {
        return name(Words.locale(), sections);
    }

    static String name(Locale language, Set<Section> sections) {
        return sections.equals(Section.in(Zone.MIJN_DEEL))
                ? Words.say(language, "erase.all")
                : sections.stream()
                        .sorted()
                        .map(section -> Words.say(language, "section." + section.code()))
                        .collect(Collectors.joining(", "));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        trail(new Crumb("/mijn", Words.say("menu.home")), new Crumb("/mijn/rechten", Words.say("rights.title")));
        show(erasures.find(signedIn.resident(), new ErasureId(AddressId.in(event, "erasure"))));
    }

    private void show(Erasure erasure) {
        clear();
        title(Words.say("erased.title", name(erasure.sections())));
        var notice = new Notice(tone(erasure), state(erasure));
        notice.setTestId("erase-state");
        add(notice);
        if (erasure.waiting()) {
            add(waiting(erasure));
        }
        erasure.destroyed().ifPresent(destroyed -> add(receipt(erasure, destroyed)));
        add(ActionLink.quiet("/mijn/rechten", Words.say("erased.back")));
    }

    private static Tone tone(Erasure erasure) {
        return switch (erasure.state()) {
            case WACHT, BEZIG -> Tone.WARN;
            case GEWIST -> Tone.GOOD;
            case AFGEZIEN, VOORSTEL, OPGEHOUDEN, VERVALLEN -> Tone.INFO;
        };
    }

    static String state(Erasure erasure) {
        return Words.first(Words.say(
                "erased.state." + erasure.state().name().toLowerCase(Locale.ROOT),
                name(erasure.sections()),
                Dates.moment(erasure.endedAt().orElse(erasure.dueAt()))));
    }

    private Component waiting(Erasure erasure) {
        var now = new Card(
                new Paragraph(Words.say("erased.now.what")),
                beside(Action.danger(
                                Words.say("erased.now.confirm"),
                                _ -> take(erasure, () -> erasures.hasten(signedIn.resident(), erasure.id())))
                        .handle("erase-now")));
        if (!signedIn.recently()) {
            now.addComponentAsFirst(new Notice(Tone.INFO, Words.say("erase.sign-in-again")));
        }
        return new Card(
                new H2(Words.say("erased.keep")),
                new Paragraph(Words.say("erased.keep.what")),
                beside(Action.primary(
                                Words.say("erased.keep.confirm"),
                                _ -> take(erasure, () -> erasures.keep(signedIn.resident(), erasure.id())))
                        .handle("erase-keep")),
                new NativeDetails(Words.say("erased.now"), now));
    }

    private void take(Erasure erasure, Supplier<Erasure> step) {
        try {
            show(step.get());
            readFromTop();
        } catch (StepRefused refused) {
            if (refused.reason() == ErasureRefusal.SIGN_IN_AGAIN) {
                signedIn.signInAgain("/mijn/rechten/wissen/" + erasure.id());
            } else {
                Toast.show(Words.why(refused));
            }
        }
    }

    private Component receipt(Erasure erasure, Erasure.Destroyed destroyed) {
        var language = Words.locale();
        var name = signedIn.name();
        var facts = new DataSummary();
        ErasurePdf.facts(erasure, destroyed, name, language).forEach(facts::row);
        var receipt = new Receipt(
                Words.say("erased.receipt"),
                facts,
                Action.secondary(
                                Words.say("receipt.print"),
                                click -> click.getSource().getElement().executeJs("window.print()"))
                        .icon(Icon.Shape.PRINT),
                ActionLink.download(
                                file -> {
                                    file.setFileName("bewijs-van-vernietiging.pdf");
                                    file.setContentType("application/pdf");
                                    file.getOutputStream()
                                            .write(papers.print(ErasurePdf.paper(erasure, destroyed, name, language))
                                                    .pdf());
                                },
                                Words.say("receipt.pdf"))
                        .handle("erase-receipt-pdf"));
        receipt.add(new H2(Words.say("erased.backups")));
        ErasureWords.backups(destroyed, language).forEach(sentence -> receipt.add(new Paragraph(sentence)));
        receipt.setTestId("erase-receipt");
        return receipt;
    }
}
