package nl.voorelkaar.consent.receipt;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.ConsentRecord;
import nl.voorelkaar.consent.ConsentRecord.What;
import nl.voorelkaar.consent.EvidenceSeal;
import nl.voorelkaar.consent.Grant;
import nl.voorelkaar.consent.GrantId;
import nl.voorelkaar.consent.LedgerEvent;
import nl.voorelkaar.consent.Sealing;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.consent.ShownText;
import nl.voorelkaar.consent.UuidV7;
import nl.voorelkaar.consent.Zone;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the evidence of consent: one record for each time that a resident said yes, no, less, or stop, sealed by the
 * municipality. A record repeats the events of the record before it and adds its own, so that the newest one tells the
 * whole story. In the caller's transaction and in the scope of the resident; what is written belongs in the log, see
 * {@link Written#in}.
 */
@Component
public class Receipts {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Whoever is told something says so in words of their own: nothing was shown. */
    private static final ShownText NOTHING_SHOWN = new ShownText("", Locale.of("nl"));

    /** Of those of one moment one is the newest; further back nobody need look. */
    private static final Limit NEWEST = Limit.of(20);

    private static final Limit LISTED_AT_MOST = Limit.of(1_000);

    private final StoredRecords records;
    private final Sealing sealing;
    private final EvidenceSeal seal;
    private final Clock clock;
    private final String municipality;
    private final String publicUrl;

    Receipts(
            StoredRecords records,
            Sealing sealing,
            EvidenceSeal seal,
            Clock clock,
            @Value("${voorelkaar.municipality.name:}") String municipality,
            @Value("${voorelkaar.public-url:}") String publicUrl) {
        this.records = records;
        this.sealing = sealing;
        this.seal = seal;
        this.clock = clock;
        this.municipality = municipality;
        this.publicUrl = publicUrl;
    }

    /** A record that was just written. */
    public record Written(UUID record, String sha256) {

        /** The line of what it is the evidence of, with its print: who has the log can see that it was there then. */
        public LedgerEvent in(LedgerEvent line) {
            return line.with(Map.of("record", record.toString(), "record_sha256", sha256));
        }
    }

    /** Yes. */
    public Written given(Told told, About about, ShownText shown) {
        return store(Optional.of(told), about, newest(about.asked()), shown, What.CONSENT_GIVEN);
    }

    /** One of several whose word counts said yes. */
    public Written answered(Told told, About about, ShownText shown) {
        return store(Optional.of(told), about, newest(about.asked()), shown, What.CONSENT_ANSWERED);
    }

    /** No. Whoever asked is told no more than that. */
    public Written refused(Told told, About about, ShownText shown) {
        return store(Optional.of(told), about, newest(about.asked()), shown, What.CONSENT_REFUSED);
    }

    /** Less: a new version. */
    public Written narrowed(Told told, About before, About after, ShownText shown) {
        return store(Optional.of(told), after, newest(before), shown, What.CONSENT_NARROWED);
    }

    /** No reads until it is resumed. */
    public Written paused(Told told, About about, ShownText shown) {
        return changed(Optional.of(told), about, shown, What.CONSENT_PAUSED);
    }

    public Written resumed(Told told, About about, ShownText shown) {
        return changed(Optional.of(told), about, shown, What.CONSENT_RESUMED);
    }

    /** Stop. */
    public Written withdrawn(Told told, About about, ShownText shown) {
        return changed(Optional.of(told), about, shown, What.CONSENT_WITHDRAWN);
    }

    /** Given back by who had it. */
    public Written givenUp(Told told, About about, ShownText shown) {
        return changed(Optional.of(told), about, shown, What.CONSENT_GIVEN_UP);
    }

    /** It ended by itself. */
    public Written ended(About about) {
        return changed(Optional.empty(), about, NOTHING_SHOWN, What.CONSENT_ENDED);
    }

    private Written changed(Optional<Told> told, About about, ShownText shown, What what) {
        return store(told, about, newest(about), shown, what);
    }

    /** The newest record about this grant. */
    public ConsentRecord of(Actor.Resident actor, Grant grant) {
        return newest(About.of(grant))
                .map(this::open)
                .orElseThrow(() -> new IllegalStateException("a grant without a record"));
    }

    /** All about one request, mandate or question and what came of it, the newest first; at most 1 000. */
    public List<ConsentRecord> of(Actor.Resident actor, UUID about) {
        return opened(records.findByKeyResidentIdAndRequestIdOrderByRecordedAtDescKeyRecordId(
                actor.id().value(), about, LISTED_AT_MOST));
    }

    /** All of this resident, the newest first; at most 1 000. */
    public List<ConsentRecord> of(Actor.Resident actor) {
        return opened(records.findByKeyResidentIdOrderByRecordedAtDescKeyRecordId(
                actor.id().value(), LISTED_AT_MOST));
    }

    private List<ConsentRecord> opened(List<StoredRecord> stored) {
        return stored.stream().map(this::open).toList();
    }

    private ConsentRecord open(StoredRecord stored) {
        var json = open(stored, "record", stored.record());
        var events = JSON.readTree(json).get("events");
        return new ConsentRecord(
                stored.key().recordId(),
                stored.at(),
                What.valueOf(events.get(events.size() - 1)
                        .get("event_type")
                        .asString()
                        .toUpperCase(Locale.ROOT)),
                stored.grant(),
                new ShownText(open(stored, "shown", stored.shown()), Locale.forLanguageTag(stored.language())),
                json,
                sha256(json),
                stored.signature().map(signature -> opened(stored, "signature", signature)));
    }

    /** The one that no other follows: of one moment there may be more. */
    private Optional<StoredRecord> newest(About about) {
        var last = records
                .findByKeyResidentIdAndRequestIdOrderByRecordedAtDescKeyRecordId(
                        about.resident().value(), about.id(), NEWEST)
                .stream()
                .filter(record -> record.grant().equals(about.version()))
                .toList();
        var followed =
                last.stream().flatMap(record -> record.previous().stream()).collect(Collectors.toSet());
        return last.stream()
                .filter(record -> !followed.contains(record.key().recordId()))
                .findFirst();
    }

    private Written store(
            Optional<Told> told, About about, Optional<StoredRecord> previous, ShownText shown, What what) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var key = new StoredRecord.Key(about.resident().value(), UuidV7.at(now));
        var json = JSON.writeValueAsString(fields(told, about, previous, shown, what, key.recordId(), now));
        var bytes = json.getBytes(StandardCharsets.UTF_8);
        records.saveAndFlush(new StoredRecord(
                key,
                about.id(),
                about.version().map(GrantId::value),
                previous.map(before -> before.key().recordId()),
                now,
                shown.language().toLanguageTag(),
                sealed(key, "record", bytes),
                sealed(key, "shown", shown.text().getBytes(StandardCharsets.UTF_8)),
                sealed(key, "signature", seal.seal(bytes))));
        return new Written(key.recordId(), sha256(json));
    }

    /** Field names as in ISO/IEC TS 27560:2023, where it has one. */
    private Map<String, Object> fields(
            Optional<Told> told,
            About about,
            Optional<StoredRecord> previous,
            ShownText shown,
            What what,
            UUID record,
            Instant now) {
        var resident = about.resident();
        var fields = new LinkedHashMap<String, Object>();
        fields.put("schema_version", "ISO/IEC TS 27560:2023");
        fields.put("record_id", record.toString());
        fields.put("receipt_id", record.toString());
        previous.ifPresent(before ->
                fields.put("previous_record_id", before.key().recordId().toString()));
        fields.put("pii_principal_id", resident.toString());
        fields.put("privacy_notice", Map.of("ref", publicUrl + "/privacy"));
        fields.put("language", shown.language().toLanguageTag());
        fields.put("shown_text", shown.text());
        fields.put("shown_text_sha256", sha256(shown.text()));
        fields.put("purpose", about.purpose());
        fields.put("lawful_basis", about.kind().basis());
        fields.put(
                "collection_method", told.map(how -> how.method(about.kind())).orElse("ended by itself"));
        fields.put("processing_method", about.rights());
        fields.put(
                "pii_types",
                about.sections().stream().sorted().map(Receipts::piiType).toList());
        fields.put("controllers", List.of(controller()));
        fields.put("storage_locations", List.of("NL"));
        fields.put("processing_location", "NL");
        fields.put("geographic_restrictions", "EU");
        fields.put("retention_period", "until withdrawn or ended; this record: 5 years longer");
        fields.put("jurisdiction", "NL");
        fields.put("recipients", List.of(about.recipient()));
        fields.put("withdrawal_method", publicUrl + about.kind().withdrawal());
        fields.put("privacy_rights", List.of("GDPR 7(3)", "GDPR 15", "GDPR 16", "GDPR 17", "GDPR 20", "GDPR 77"));
        told.ifPresent(how -> {
            fields.put("actor", who(how.by()).toString());
            fields.put("assurance_level", how.by().level().acr());
        });
        fields.put("on_behalf_of", resident.toString());
        fields.put("channel", told.map(Told::way).orElse("clock"));
        fields.put(about.kind().field(), about.id().toString());
        about.version().ifPresent(grant -> fields.put("grant_id", grant.toString()));
        fields.put("events", events(about, previous, what, now));
        return fields;
    }

    private List<Object> events(About about, Optional<StoredRecord> previous, What what, Instant now) {
        var events = new ArrayList<Object>();
        previous.map(before -> open(before, "record", before.record()))
                .map(JSON::readTree)
                .map(json -> json.get("events"))
                .ifPresent(before -> before.forEach((JsonNode earlier) -> events.add(earlier)));
        var added = new LinkedHashMap<String, Object>();
        added.put("event_time", now.toString());
        added.put("event_type", what.name().toLowerCase(Locale.ROOT));
        added.put("event_state", what.state());
        added.put("entity_id", String.valueOf(about.recipient().get("party_id")));
        about.until().ifPresent(until -> added.put("validity_duration", now + "/" + CalendarDays.endOf(until)));
        events.add(added);
        return events;
    }

    private Map<String, Object> controller() {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("party_id", "municipality");
        fields.put("name", municipality);
        fields.put("contact", publicUrl);
        fields.put("type", "municipality");
        return fields;
    }

    private static UUID who(Actor actor) {
        return switch (actor) {
            case Actor.Resident self -> self.id().value();
            case Actor.Acting acting -> acting.person().value();
            case Actor.Professional professional -> professional.id().value();
        };
    }

    private static Map<String, Object> piiType(Section section) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("code", section.code());
        fields.put("number", section.number());
        fields.put("zone", section.zone().name());
        fields.put("special_category", section.zone() == Zone.MIJN_DEEL || section == Section.LEEFGEBIEDEN);
        return fields;
    }

    private byte[] sealed(StoredRecord.Key key, String column, byte[] content) {
        return sealing.seal(Sealing.Kind.LEDGER, key.residentId(), context(key, column), content);
    }

    private String open(StoredRecord record, String column, byte[] sealed) {
        return new String(opened(record, column, sealed), StandardCharsets.UTF_8);
    }

    private byte[] opened(StoredRecord record, String column, byte[] sealed) {
        var key = record.key();
        return sealing.open(Sealing.Kind.LEDGER, key.residentId(), context(key, column), sealed);
    }

    private static String context(StoredRecord.Key key, String column) {
        return "consent.consent_record/" + key.recordId() + "/" + column;
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
