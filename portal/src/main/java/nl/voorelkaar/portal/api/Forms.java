package nl.voorelkaar.portal.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.voorelkaar.consent.AccessRequest;
import nl.voorelkaar.consent.CaseAssignment;
import nl.voorelkaar.consent.Grant;
import nl.voorelkaar.consent.Grondslag;
import nl.voorelkaar.consent.LedgerEvent;
import nl.voorelkaar.consent.LedgerLine;
import nl.voorelkaar.consent.Party;
import nl.voorelkaar.consent.Right;
import nl.voorelkaar.consent.Role;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.dossier.Dossiers;
import nl.voorelkaar.dossier.Entry;
import nl.voorelkaar.portal.hook.Hook;
import org.jspecify.annotations.Nullable;

/** The shapes in which programs send and receive. What has no value is left out. None prints its content. */
final class Forms {

    private Forms() {}

    /** Why something is open, and until when. */
    @Schema(name = "Toegang")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Opening(
            UUID id,
            @JsonProperty("grondslag") Grondslag ground,
            @JsonProperty("artikel") @Nullable String statute,
            @JsonProperty("vraag") @Nullable UUID request,
            @JsonProperty("onderdelen") List<Section> sections,
            @JsonProperty("toevoegen") boolean add,
            @JsonProperty("tot") Instant until,
            @JsonProperty("gepauzeerd") boolean paused) {

        static Opening of(Grant grant) {
            return new Opening(
                    grant.id().value(),
                    Grondslag.TOESTEMMING,
                    null,
                    grant.request().value(),
                    sorted(grant.terms().sections()),
                    grant.terms().rights().contains(Right.ADD),
                    grant.until(),
                    grant.state() == Grant.State.GEPAUZEERD);
        }

        /** @param add whether the task lets this professional write somewhere */
        static Opening of(CaseAssignment task, boolean add) {
            return new Opening(
                    task.id(),
                    Grondslag.WETTELIJKE_TAAK,
                    task.statute(),
                    null,
                    sorted(task.sections()),
                    add,
                    task.until(),
                    false);
        }
    }

    @Schema(name = "Toegangen")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Openings(
            @JsonProperty("toegang") List<Opening> items,
            @JsonProperty("volgende") @Nullable String next) {}

    /** One of both. The number is only for who may look people up by it, and every use is in the resident's log. */
    @Schema(name = "Inwoner")
    record Whom(
            @Schema(example = "7KQ4-M2XP") @Nullable String code,
            @Nullable String bsn,

            @Schema(description = "Waarom u de inwoner met het BSN opzoekt. De inwoner leest dit.")
            @JsonProperty("reden")
            @Nullable
            String reason) {

        @Override
        public String toString() {
            return "Whom[redacted]";
        }
    }

    @Schema(name = "NieuweVraag")
    record NewQuestion(
            @JsonProperty("inwoner") Whom whom,
            @JsonProperty("onderdelen") List<Section> sections,

            @Schema(description = "Ook toevoegen, niet alleen lezen") @JsonProperty("toevoegen") @Nullable
            Boolean add,

            @Schema(description = "Ook voor collega's van het team, bij afwezigheid") @JsonProperty("team") @Nullable
            Boolean team,

            @Schema(description = "De laatste dag") @JsonProperty("tot")
            LocalDate until,

            @Schema(minLength = 10, maxLength = 500) @JsonProperty("doel")
            String purpose,

            @Schema(minLength = 10, maxLength = 500) @JsonProperty("bijNee")
            String whatIfNo,

            @Schema(minLength = 10, maxLength = 500) @JsonProperty("nieuweReden") @Nullable
            String newReason) {

        @Override
        public String toString() {
            return "NewQuestion[redacted]";
        }
    }

    @Schema(name = "Vraag")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Question(
            UUID id,
            @JsonProperty("toestand") AccessRequest.State state,
            @JsonProperty("onderdelen") List<Section> sections,
            @JsonProperty("toevoegen") boolean add,
            @JsonProperty("team") boolean team,
            @JsonProperty("tot") LocalDate until,
            @JsonProperty("doel") String purpose,
            @JsonProperty("bijNee") String whatIfNo,
            @JsonProperty("gevraagdOp") Instant askedAt,
            @JsonProperty("vervaltOp") Instant expiresAt) {

        static Question of(AccessRequest asked) {
            return new Question(
                    asked.id().value(),
                    asked.state(),
                    sorted(asked.terms().sections()),
                    asked.terms().rights().contains(Right.ADD),
                    asked.terms().team(),
                    asked.terms().until(),
                    asked.purpose().text(),
                    asked.whatIfNo().text(),
                    asked.askedAt(),
                    asked.expiresAt());
        }

        @Override
        public String toString() {
            return "Question[" + id + "]";
        }
    }

    @Schema(name = "Vragen")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Questions(
            @JsonProperty("vragen") List<Question> items,
            @JsonProperty("volgende") @Nullable String next) {}

    @Schema(name = "NieuwGegeven")
    record NewItem(
            @JsonProperty("onderdeel") Section section,

            @Schema(minLength = 1, maxLength = 200) @JsonProperty("titel")
            String title,

            @Schema(maxLength = 10_000) @JsonProperty("tekst")
            String text,

            @Schema(description = "De dag waarover het gaat") @JsonProperty("datum")
            LocalDate date) {

        @Override
        public String toString() {
            return "NewItem[" + section + "]";
        }
    }

    @Schema(name = "Gegeven")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(
            UUID id,
            @JsonProperty("onderdeel") Section section,
            @JsonProperty("titel") String title,
            @JsonProperty("tekst") String text,
            @JsonProperty("datum") LocalDate date,

            @Schema(description = "Leeg als de inwoner het schreef") @JsonProperty("geschrevenDoor") @Nullable
            String author,

            @JsonProperty("gemaaktOp") Instant createdAt,
            @JsonProperty("gewijzigdOp") Instant changedAt,
            @JsonProperty("versie") int version,
            @JsonProperty("bestand") @Nullable File file) {

        static Item of(Entry entry) {
            return new Item(
                    entry.id().value(),
                    entry.section(),
                    entry.title(),
                    entry.text(),
                    entry.date(),
                    entry.authorName().orElse(null),
                    entry.createdAt(),
                    entry.changedAt(),
                    entry.version(),
                    entry.document()
                            .map(file -> new File(file.fileName(), file.mediaType(), file.size()))
                            .orElse(null));
        }

        @Override
        public String toString() {
            return "Item[" + id + "]";
        }
    }

    @Schema(name = "Bestand")
    record File(
            @JsonProperty("naam") String name,
            @JsonProperty("soort") String mediaType,

            @Schema(description = "In bytes") @JsonProperty("grootte")
            long size) {

        @Override
        public String toString() {
            return "File[redacted]";
        }
    }

    @Schema(name = "Gegevens")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Items(
            @JsonProperty("gegevens") List<Item> items,
            @JsonProperty("volgende") @Nullable String next) {}

    @Schema(name = "Wijziging")
    record Change(
            @JsonProperty("gegeven") UUID item,
            @JsonProperty("onderdeel") Section section,
            @JsonProperty("versie") int version,
            @JsonProperty("soort") Dossiers.Change.Kind kind,
            @JsonProperty("op") Instant at) {

        static Change of(Dossiers.Change change) {
            return new Change(change.entry().value(), change.section(), change.version(), change.kind(), change.at());
        }
    }

    @Schema(name = "Wijzigingen")
    record Changes(
            @JsonProperty("wijzigingen") List<Change> changes,
            @JsonProperty("volgende") String next,
            @JsonProperty("meer") boolean more) {

        static Changes of(Dossiers.Changes changes) {
            return new Changes(
                    changes.changes().stream().map(Change::of).toList(),
                    new Cursor(changes.next().value()).text(),
                    changes.more());
        }
    }

    @Schema(name = "NieuweWebhook")
    record NewHook(
            @Schema(description = "https, op een naam van het openbare internet", maxLength = 500)
            @JsonProperty("adres")
            String address) {

        @Override
        public String toString() {
            return "NewHook[redacted]";
        }
    }

    @Schema(name = "Webhook")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ToldAt(
            @JsonProperty("adres") String address,

            @Schema(description = "Waarmee u de handtekening (v1a) nagaat. Van u alleen, en altijd dezelfde")
            @JsonProperty("sleutel")
            String key,

            @JsonProperty("sinds") Instant since,

            @Schema(description = "Hoeveel berichten wachten") @JsonProperty("wachtend")
            long waiting,

            @JsonProperty("laatstAangenomen") @Nullable Instant lastTaken,
            @JsonProperty("misluktSinds") @Nullable Instant failingSince,
            @JsonProperty("misluktDoor") Hook.@Nullable Failure failure,
            @JsonProperty("volgendePoging") @Nullable Instant nextTry,

            @Schema(description = "Sinds wanneer u niets meer hoort. Zet het adres opnieuw om weer te beginnen")
            @JsonProperty("gestoptOp")
            @Nullable
            Instant stopped) {

        static ToldAt of(Hook hook) {
            return new ToldAt(
                    hook.address().toString(),
                    hook.key(),
                    hook.since(),
                    hook.waiting(),
                    hook.lastTaken().orElse(null),
                    hook.failingSince().orElse(null),
                    hook.failure().orElse(null),
                    hook.nextTry().orElse(null),
                    hook.stopped().orElse(null));
        }

        @Override
        public String toString() {
            return "ToldAt[redacted]";
        }
    }

    @Schema(name = "Toestemming")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Consent(
            UUID id,
            @JsonProperty("aan") Recipient to,
            @JsonProperty("onderdelen") List<Section> sections,
            @JsonProperty("toevoegen") boolean add,
            @JsonProperty("doel") String purpose,
            @JsonProperty("van") Instant from,
            @JsonProperty("tot") Instant until,
            @JsonProperty("toestand") Grant.State state) {

        static Consent of(Grant grant) {
            return new Consent(
                    grant.id().value(),
                    Recipient.of(grant.to()),
                    sorted(grant.terms().sections()),
                    grant.terms().rights().contains(Right.ADD),
                    grant.purpose().text(),
                    grant.from(),
                    grant.until(),
                    grant.state());
        }

        @Override
        public String toString() {
            return "Consent[" + id + "]";
        }
    }

    @Schema(name = "Ontvanger")
    record Recipient(
            @JsonProperty("naam") String name,
            @JsonProperty("functie") Role role,
            @JsonProperty("organisatie") String organisation) {

        static Recipient of(Party party) {
            return new Recipient(party.name(), party.role(), party.organisationName());
        }

        @Override
        public String toString() {
            return "Recipient[redacted]";
        }
    }

    @Schema(name = "Toestemmingen")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Consents(
            @JsonProperty("toestemmingen") List<Consent> items,
            @JsonProperty("volgende") @Nullable String next) {}

    @Schema(name = "Logregel")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(
            @JsonProperty("nummer") long sequence,
            @JsonProperty("op") Instant at,
            @JsonProperty("soort") LedgerEvent.Kind kind,
            @JsonProperty("door") @Nullable Recipient by,
            @JsonProperty("onderdelen") List<Section> sections,
            @JsonProperty("grondslag") @Nullable Grondslag ground,
            @JsonProperty("artikel") @Nullable String statute,
            @JsonProperty("uitkomst") LedgerEvent.Outcome outcome) {

        static Line of(LedgerLine line) {
            return new Line(
                    line.sequence(),
                    line.at(),
                    line.kind(),
                    line.by().map(Recipient::of).orElse(null),
                    sorted(line.sections()),
                    line.ground().orElse(null),
                    line.statute().orElse(null),
                    line.outcome());
        }
    }

    @Schema(name = "Logboek")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Log(
            @JsonProperty("regels") List<Line> items,

            @Schema(description = "Geef dit als 'voor' mee voor wat eerder gebeurde")
            @JsonProperty("volgende")
            @Nullable
            Long next) {}

    private static List<Section> sorted(Set<Section> sections) {
        return sections.stream().sorted().toList();
    }
}
