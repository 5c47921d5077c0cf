package nl.voorelkaar.portal.workspace.find;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Optional;
import java.util.function.BiConsumer;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.ConsentRefused;
import nl.voorelkaar.consent.HowFound;
import nl.voorelkaar.consent.Purpose;
import nl.voorelkaar.dossier.Bsn;
import nl.voorelkaar.dossier.Lookups;
import nl.voorelkaar.dossier.ShareCodes;
import nl.voorelkaar.portal.access.SignedIn;
import nl.voorelkaar.portal.ui.Action;
import nl.voorelkaar.portal.ui.ErrorSummary;
import nl.voorelkaar.portal.ui.Form;
import nl.voorelkaar.portal.ui.TextArea;
import nl.voorelkaar.portal.ui.TextLine;
import nl.voorelkaar.portal.ui.Words;

/**
 * Finds a resident by the code that the resident handed over, or by BSN with a reason. What follows looks the same
 * whether or not there is a dossier; what was typed stays when something is wrong.
 */
final class FindForm extends Div {

    private final transient SignedIn signedIn;
    private final transient ShareCodes codes;
    private final transient Lookups lookups;
    private final transient BiConsumer<FoundResidents.Found, Optional<Bsn>> then;

    private final ErrorSummary errors = new ErrorSummary();
    private final TextLine code = new TextLine(Words.say("workspace.find.code"))
            .hint(Words.say("workspace.find.code.hint"))
            .autocomplete("off")
            .handle("find-code");
    private final TextLine bsn = new TextLine(Words.say("workspace.find.bsn"))
            .hint(Words.say("workspace.find.bsn.hint"))
            .autocomplete("off")
            .keyboard("numeric")
            .handle("find-bsn");
    private final TextArea reason = new TextArea(Words.say("workspace.find.reason"))
            .hint(Words.say("workspace.find.reason.hint"))
            .rows(2)
            .handle("find-reason");

    /**
     * @param submit what the button says
     * @param then goes on with whom was found, and with the number when it was typed
     */
    FindForm(
            SignedIn signedIn,
            ShareCodes codes,
            Lookups lookups,
            String submit,
            BiConsumer<FoundResidents.Found, Optional<Bsn>> then) {
        this.signedIn = signedIn;
        this.codes = codes;
        this.lookups = lookups;
        this.then = then;
        var or = new Paragraph(Words.say("workspace.find.or"));
        or.addClassName("ve-ws-or");
        var byBsn = new Div(bsn, reason);
        byBsn.addClassName("ve-stack");
        addClassNames("ve-ws-find", "ve-stack");
        add(errors, new Form(this::find, code, or, byBsn, Action.submit(submit).handle("find-submit")));
    }

    private void find() {
        var byCode = !code.getValue().isBlank();
        var byBsn = !bsn.getValue().isBlank();
        errors.begin()
                .need(byCode || byBsn, code, Words.say("workspace.find.error.empty"))
                .need(!(byCode && byBsn), code, Words.say("workspace.find.error.both"));
        var number = bsn(bsn.getValue());
        var why = reason();
        if (byBsn && !byCode) {
            errors.need(number.isPresent(), bsn, Words.say("workspace.find.error.bsn"))
                    .need(why.isPresent(), reason, Words.say("workspace.find.error.reason"));
        }
        if (!errors.fine()) {
            return;
        }
        var actor = signedIn.professional();
        if (byCode) {
            redeem(actor);
        } else {
            lookUp(actor, number.orElseThrow(), why.orElseThrow());
        }
    }

    private void redeem(Actor.Professional actor) {
        try {
            then.accept(
                    FoundResidents.Found.by(
                            HowFound.ByCode.typed(code.getValue()), codes.redeem(actor, code.getValue())),
                    Optional.empty());
        } catch (ShareCodes.CodeRefused refused) {
            errors.begin()
                    .need(
                            false,
                            code,
                            Words.say(
                                    refused.tooManyTries()
                                            ? "workspace.find.error.code.often"
                                            : "workspace.find.error.code"))
                    .fine();
        }
    }

    private void lookUp(Actor.Professional actor, Bsn number, Purpose why) {
        try {
            then.accept(
                    FoundResidents.Found.by(new HowFound.ByBsn(), lookups.byBsn(actor, number, why)),
                    Optional.of(number));
        } catch (ConsentRefused refused) {
            errors.begin()
                    .need(false, bsn, Words.say("workspace.find.error.bsn.often"))
                    .fine();
        }
    }

    private static Optional<Bsn> bsn(String text) {
        try {
            return Optional.of(Bsn.of(text.strip()));
        } catch (IllegalArgumentException notOne) {
            return Optional.empty();
        }
    }

    private Optional<Purpose> reason() {
        try {
            return Optional.of(new Purpose(reason.getValue()));
        } catch (IllegalArgumentException notOne) {
            return Optional.empty();
        }
    }
}
