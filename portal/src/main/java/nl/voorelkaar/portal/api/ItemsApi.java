package nl.voorelkaar.portal.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import nl.voorelkaar.consent.Face;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.dossier.ChangeId;
import nl.voorelkaar.dossier.Dossiers;
import nl.voorelkaar.dossier.Entry;
import nl.voorelkaar.dossier.EntryId;
import nl.voorelkaar.portal.access.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Reading and adding in a dossier that is open. Every read is a line in the resident's log, there before the answer is.
 */
@RestController
@Face.OnWorkspace
@Tag(name = "Gegevens")
class ItemsApi {

    private final SignedIn signedIn;
    private final Held held;
    private final Dossiers dossiers;
    private final Files files;

    ItemsApi(SignedIn signedIn, Held held, Dossiers dossiers, Files files) {
        this.signedIn = signedIn;
        this.held = held;
        this.dossiers = dossiers;
        this.files = files;
    }

    @Operation(operationId = "gegevens", summary = "Wat er in het dossier staat, de nieuwste dag eerst")
    @GetMapping(Paths.ITEMS)
    Forms.Items read(
            @PathVariable("toegang") UUID opening,
            @RequestParam(name = "onderdeel", required = false) @Nullable Section section,
            @RequestParam(name = "na", required = false) @Nullable String after,
            @RequestParam(name = "aantal", defaultValue = Cursor.USUAL) int size) {
        var from = Cursor.read(after);
        var most = Cursor.size(size);
        var actor = signedIn.professional();
        var ground = held.at(actor, opening);
        return items(dossiers.page(
                actor,
                ground.resident(),
                Held.among(ground, Optional.ofNullable(section)),
                from.map(place -> new EntryId(place.after())),
                most));
    }

    @Operation(operationId = "gegeven", summary = "Eén gegeven")
    @GetMapping(Paths.ITEM)
    ResponseEntity<Forms.Item> read(@PathVariable("toegang") UUID opening, @PathVariable("gegeven") UUID id) {
        var actor = signedIn.professional();
        return tagged(dossiers.find(actor, held.at(actor, opening).resident(), new EntryId(id)));
    }

    @Operation(operationId = "bestand", summary = "Het bestand bij een gegeven, of een deel daarvan")
    @GetMapping(Paths.FILE)
    void file(
            @PathVariable("toegang") UUID opening,
            @PathVariable("gegeven") UUID id,
            @RequestHeader(name = HttpHeaders.RANGE, required = false) @Nullable String range,
            HttpServletResponse response)
            throws IOException {
        var actor = signedIn.professional();
        files.send(actor, held.at(actor, opening).resident(), new EntryId(id), range, response);
    }

    @Operation(operationId = "voegToe", summary = "Een gegeven toevoegen")
    @PostMapping(Paths.ITEMS)
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Forms.Item> add(
            @PathVariable("toegang") UUID opening,
            @RequestHeader(OnceOnly.HEADER) String key,
            @RequestBody Forms.NewItem item) {
        var actor = signedIn.professional();
        var entry = Fields.entry(item);
        var once = new OnceOnly(key);
        var resident = held.at(actor, opening).resident();
        var id = new EntryId(once.idOf("gegeven", actor.id(), resident));
        var added = dossiers.add(actor, resident, id, entry);
        if (added.version() == 1
                && !(added.section() == entry.section()
                        && added.title().equals(entry.title())
                        && added.text().equals(entry.text())
                        && added.date().equals(entry.date()))) {
            throw new OnceOnly.Reused();
        }
        return ResponseEntity.created(URI.create(Paths.OPENINGS + "/" + opening + "/gegevens/" + id))
                .eTag(tag(added))
                .body(Forms.Item.of(added));
    }

    @Operation(
            operationId = "wijzig",
            summary = "Wijzigen wat u zelf schreef",
            description = "If-Match is de ETag van de versie die u las. De eerdere versies blijven bestaan.")
    @PutMapping(Paths.ITEM)
    ResponseEntity<Forms.Item> edit(
            @PathVariable("toegang") UUID opening,
            @PathVariable("gegeven") UUID id,
            @RequestHeader("If-Match") String version,
            @RequestBody Forms.NewItem item) {
        var actor = signedIn.professional();
        var entry = Fields.entry(item);
        var read = version(version);
        return tagged(dossiers.edit(actor, held.at(actor, opening).resident(), new EntryId(id), read, entry));
    }

    @Operation(
            operationId = "wijzigingen",
            summary = "Wat er sinds de vorige keer veranderde",
            description =
                    "Zonder na begint het nu: geen wijzigingen, en een volgende om mee verder te gaan. Wat in de laatste"
                            + " minuut veranderde, kan twee keer komen.")
    @GetMapping(Paths.CHANGES)
    Forms.Changes changes(
            @PathVariable("toegang") UUID opening,
            @RequestParam(name = "na", required = false) @Nullable String after,
            @RequestParam(name = "aantal", defaultValue = Cursor.USUAL) int size) {
        var from = Cursor.read(after);
        var most = Cursor.size(size);
        var actor = signedIn.professional();
        var ground = held.at(actor, opening);
        return Forms.Changes.of(dossiers.changes(
                actor, ground.resident(), ground.sections(), from.map(place -> new ChangeId(place.after())), most));
    }

    static Forms.Items items(Dossiers.Timeline page) {
        return new Forms.Items(
                page.entries().stream().map(Forms.Item::of).toList(),
                page.more() ? new Cursor(page.entries().getLast().id().value()).text() : null);
    }

    static ResponseEntity<Forms.Item> tagged(Entry entry) {
        return ResponseEntity.ok().eTag(tag(entry)).body(Forms.Item.of(entry));
    }

    private static String tag(Entry entry) {
        return "\"" + entry.version() + "\"";
    }

    private static int version(String tag) {
        return Fields.need(
                "If-Match",
                tag.length() > 2 && tag.startsWith("\"") && tag.endsWith("\"")
                        ? tag.substring(1, tag.length() - 1)
                        : null,
                Integer::parseInt);
    }
}
