package nl.voorelkaar.portal.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import nl.voorelkaar.consent.AccessRefused;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.Decision;
import nl.voorelkaar.consent.Face;
import nl.voorelkaar.portal.access.SignedIn;
import nl.voorelkaar.portal.hook.Hooks;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where a program that came by itself is told that something happened. For a person in a program there is none. */
@RestController
@Face.OnWorkspace
@Tag(name = "Webhook")
class HooksApi {

    private final SignedIn signedIn;
    private final Hooks hooks;

    HooksApi(SignedIn signedIn, Hooks hooks) {
        this.signedIn = signedIn;
        this.hooks = hooks;
    }

    @Operation(
            operationId = "zetWebhook",
            summary = "Zeggen waar u wilt horen dat er iets gebeurde",
            description =
                    "Eén adres per programma. Hetzelfde adres nog eens verandert niets, en begint opnieuw na stoppen.")
    @PutMapping(Paths.HOOK)
    Forms.ToldAt set(@RequestBody Forms.NewHook hook) {
        var program = program();
        var address = hooks.address(Fields.need("adres", hook.address())).orElseThrow(() -> new BadRequest("adres"));
        return Forms.ToldAt.of(hooks.set(program, address));
    }

    @Operation(operationId = "webhook", summary = "Waar u het hoort, en of dat lukt")
    @GetMapping(Paths.HOOK)
    Forms.ToldAt find() {
        return hooks.find(program()).map(Forms.ToldAt::of).orElseThrow(HooksApi::none);
    }

    @Operation(operationId = "verwijderWebhook", summary = "Niets meer willen horen")
    @DeleteMapping(Paths.HOOK)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove() {
        hooks.remove(program());
    }

    private Actor.Professional program() {
        return signedIn.program().orElseThrow(HooksApi::none);
    }

    private static AccessRefused none() {
        return new AccessRefused(Decision.Reason.NO_GROUND);
    }
}
