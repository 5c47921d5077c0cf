package nl.voorelkaar.portal.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.EnumSet;
import java.util.Optional;
import java.util.UUID;
import nl.voorelkaar.consent.AccessRequest;
import nl.voorelkaar.consent.AccessRequests;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.Face;
import nl.voorelkaar.consent.HowFound;
import nl.voorelkaar.consent.NewRequest;
import nl.voorelkaar.consent.Purpose;
import nl.voorelkaar.consent.RequestId;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Right;
import nl.voorelkaar.consent.Terms;
import nl.voorelkaar.dossier.Bsn;
import nl.voorelkaar.dossier.Lookups;
import nl.voorelkaar.dossier.ShareCodes;
import nl.voorelkaar.portal.access.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Asking residents for access. Only they answer, on their own screens. */
@RestController
@Face.OnWorkspace
@Tag(name = "Vragen")
class QuestionsApi {

    private final SignedIn signedIn;
    private final AccessRequests requests;
    private final ShareCodes codes;
    private final Lookups lookups;
    private final Held held;

    QuestionsApi(SignedIn signedIn, AccessRequests requests, ShareCodes codes, Lookups lookups, Held held) {
        this.signedIn = signedIn;
        this.requests = requests;
        this.codes = codes;
        this.lookups = lookups;
        this.held = held;
    }

    @Operation(operationId = "vraag", summary = "Een inwoner om toegang vragen, met een code of een BSN")
    @PostMapping(Paths.QUESTIONS)
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Forms.Question> ask(
            @RequestHeader(OnceOnly.HEADER) String key, @RequestBody Forms.NewQuestion question) {
        var actor = signedIn.professional();
        var terms = terms(question);
        var purpose = Fields.need("doel", question.purpose(), Purpose::new);
        var whatIfNo = Fields.need("bijNee", question.whatIfNo(), Purpose::new);
        var newReason =
                Optional.ofNullable(question.newReason()).map(text -> Fields.need("nieuweReden", text, Purpose::new));
        var id = new RequestId(new OnceOnly(key).idOf("vraag", actor.id()));
        var asked = requests.asked(actor, id).orElseGet(() -> {
            var whom = Fields.need("inwoner", question.whom());
            return requests.ask(
                    actor,
                    id,
                    new NewRequest(
                            resident(actor, whom), terms, purpose, whatIfNo, newReason, Optional.of(found(whom))));
        });
        if (!asked.terms().equals(terms) || !asked.purpose().equals(purpose)) {
            throw new OnceOnly.Reused();
        }
        return ResponseEntity.created(URI.create(Paths.QUESTIONS + "/" + id)).body(Forms.Question.of(asked));
    }

    @Operation(operationId = "gesteldeVragen", summary = "Wat u vroeg, het nieuwste eerst")
    @GetMapping(Paths.QUESTIONS)
    Forms.Questions asked(
            @RequestParam(name = "na", required = false) @Nullable String after,
            @RequestParam(name = "aantal", defaultValue = Cursor.USUAL) int size) {
        var page = Cursor.page(
                requests.asked(signedIn.professional()), asked -> asked.id().value(), after, size);
        return new Forms.Questions(page.items().stream().map(Forms.Question::of).toList(), page.next());
    }

    @Operation(operationId = "gesteldeVraag", summary = "Wat een inwoner op uw vraag antwoordde")
    @GetMapping(Paths.QUESTION)
    Forms.Question asked(@PathVariable("vraag") UUID id) {
        return Forms.Question.of(own(id));
    }

    @Operation(operationId = "trekVraagIn", summary = "Uw vraag intrekken")
    @DeleteMapping(Paths.QUESTION)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(@PathVariable("vraag") UUID id) {
        requests.withdraw(signedIn.professional(), own(id).id());
    }

    private AccessRequest own(UUID id) {
        var actor = signedIn.professional();
        return requests.asked(actor, new RequestId(id)).orElseThrow(() -> held.notTheirs(actor, id));
    }

    private static Terms terms(Forms.NewQuestion question) {
        var rights = EnumSet.of(Right.READ);
        if (Boolean.TRUE.equals(question.add())) {
            rights.add(Right.ADD);
        }
        return new Terms(
                Fields.sections("onderdelen", question.sections()),
                rights,
                Fields.day("tot", question.until()),
                Boolean.TRUE.equals(question.team()));
    }

    private ResidentId resident(Actor.Professional actor, Forms.Whom whom) {
        if (whom.code() == null) {
            var bsn = Fields.need("bsn", whom.bsn(), Bsn::of);
            return lookups.byBsn(actor, bsn, Fields.need("reden", whom.reason(), Purpose::new));
        }
        if (whom.bsn() != null) {
            throw new BadRequest("inwoner");
        }
        return codes.redeem(actor, whom.code());
    }

    private static HowFound found(Forms.Whom whom) {
        return whom.code() == null ? new HowFound.ByBsn() : HowFound.ByCode.typed(whom.code());
    }
}
