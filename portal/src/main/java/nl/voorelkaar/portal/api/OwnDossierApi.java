package nl.voorelkaar.portal.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.voorelkaar.consent.Face;
import nl.voorelkaar.consent.Grants;
import nl.voorelkaar.consent.Ledger;
import nl.voorelkaar.dossier.Dossiers;
import nl.voorelkaar.dossier.EntryId;
import nl.voorelkaar.portal.access.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * A resident's own dossier, for programs that the resident chose. Reads, and nothing else: to decide there are the
 * screens.
 */
@RestController
@Face.OnResident
@Tag(name = "Mijn dossier")
class OwnDossierApi {

    private final SignedIn signedIn;
    private final Dossiers dossiers;
    private final Grants grants;
    private final Ledger ledger;
    private final Files files;

    OwnDossierApi(SignedIn signedIn, Dossiers dossiers, Grants grants, Ledger ledger, Files files) {
        this.signedIn = signedIn;
        this.dossiers = dossiers;
        this.grants = grants;
        this.ledger = ledger;
        this.files = files;
    }

    @Operation(operationId = "mijnGegevens", summary = "Alles in uw dossier, de nieuwste dag eerst")
    @GetMapping(Paths.OWN_ITEMS)
    Forms.Items items(
            @RequestParam(name = "na", required = false) @Nullable String after,
            @RequestParam(name = "aantal", defaultValue = Cursor.USUAL) int size) {
        return ItemsApi.items(dossiers.timeline(
                signedIn.resident(), Cursor.read(after).map(place -> new EntryId(place.after())), Cursor.size(size)));
    }

    @Operation(operationId = "mijnGegeven", summary = "Eén gegeven")
    @GetMapping(Paths.OWN_ITEM)
    ResponseEntity<Forms.Item> item(@PathVariable("gegeven") UUID id) {
        var actor = signedIn.resident();
        return ItemsApi.tagged(dossiers.find(actor, actor.id(), new EntryId(id)));
    }

    @Operation(operationId = "mijnBestand", summary = "Het bestand bij een gegeven, of een deel daarvan")
    @GetMapping(Paths.OWN_FILE)
    void file(
            @PathVariable("gegeven") UUID id,
            @RequestHeader(name = HttpHeaders.RANGE, required = false) @Nullable String range,
            HttpServletResponse response)
            throws IOException {
        var actor = signedIn.resident();
        files.send(actor, actor.id(), new EntryId(id), range, response);
    }

    @Operation(operationId = "mijnToestemmingen", summary = "Wie uw gegevens mag zien")
    @GetMapping(Paths.OWN_CONSENTS)
    Forms.Consents consents(
            @RequestParam(name = "na", required = false) @Nullable String after,
            @RequestParam(name = "aantal", defaultValue = Cursor.USUAL) int size) {
        var page =
                Cursor.page(grants.of(signedIn.resident()), grant -> grant.id().value(), after, size);
        return new Forms.Consents(page.items().stream().map(Forms.Consent::of).toList(), page.next());
    }

    @Operation(operationId = "mijnLogboek", summary = "Wie keek, het nieuwste eerst")
    @GetMapping(Paths.OWN_LOG)
    Forms.Log log(
            @RequestParam(name = "voor", required = false) @Nullable Long before,
            @RequestParam(name = "aantal", defaultValue = Cursor.USUAL) int size) {
        var page = ledger.read(
                signedIn.resident(),
                new Ledger.Filter(
                        Set.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.ofNullable(before),
                        Cursor.size(size)));
        return new Forms.Log(
                page.lines().stream().map(Forms.Line::of).toList(), page.next().orElse(null));
    }
}
