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
import nl.voorelkaar.consent.AccessRequest;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.ConsentRecord;
import nl.voorelkaar.consent.Grant;
import nl.voorelkaar.consent.GrantId;
import nl.voorelkaar.consent.Party;
import nl.voorelkaar.consent.Purpose;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Right;
import nl.voorelkaar.consent.Sealing;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.consent.ShownText;
import nl.voorelkaar.consent.Terms;
import nl.voorelkaar.consent.UuidV7;
import nl.voorelkaar.consent.Zone;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the evidence of consent: one record for each time that a resident said yes, no, less, or stop. A record repeats
 * the events of the record before it and adds its own, so that the newest one tells the whole story. In the caller's
 * transaction and in the scope of the resident.
 */
@Component
public class Receipts {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final ShownText NOTHING_SHOWN = new ShownText("", Locale.of("nl"));

    private final StoredRecords records;
    private final Sealing sealing;
    private final Clock clock;
    private final String municipality;
    private final String publicUrl;

    Receipts(
            StoredRecords records,
            Sealing sealing,
            Clock clock,
            @Value("${voorelkaar.municipality.name:}") String municipality,
            @Value("${voorelkaar.public-url:}") String publicUrl) {
        this.records = records;
        this.sealing = sealing;
        this.clock = clock;
        this.municipality = municipality;
        this.publicUrl = publicUrl;
    }

    /** Yes. */
    public void given(Actor actor, Grant grant, ShownText shown) {
        given(Told.online(actor), grant, shown);
    }

    /** Yes, told in some way. */
    public void given(Told told, Grant grant, ShownText shown) {
        store(told, grant.resident(), new Subject(grant), Optional.empty(), shown, "consent_given", "active");
    }

    /** No. The professional is told no more than that. */
    public void refused(Actor actor, AccessRequest request) {
        refused(Told.online(actor), request);
    }

    /** No, told in some way. */
    public void refused(Told told, AccessRequest request) {
        store(
                told,
                request.resident(),
                new Subject(request),
                Optional.empty(),
                NOTHING_SHOWN,
                "consent_refused",
                "refused");
    }

    /** Less: the record of a new version, with the words that were confirmed for the first. */
    public void narrowed(Actor.Resident actor, Grant before, Grant after) {
        var previous = newest(actor.id(), before.id());
        store(
                Told.online(actor),
                actor.id(),
                new Subject(after),
                Optional.of(previous),
                shown(previous),
                "consent_narrowed",
                "active");
    }

    /** Stop. */
    public void withdrawn(Actor actor, Grant grant) {
        withdrawn(Told.online(actor), grant);
    }

    /** Stop, told in some way. */
    public void withdrawn(Told told, Grant grant) {
        var previous = newest(grant.resident(), grant.id());
        store(
                told,
                grant.resident(),
                new Subject(grant),
                Optional.of(previous),
                shown(previous),
                "consent_withdrawn",
                "withdrawn");
    }

    /** The newest record about this grant. */
    public ConsentRecord of(Actor.Resident actor, Grant grant) {
        var stored = newest(actor.id(), grant.id());
        var json = open(stored, "record", stored.record());
        return new ConsentRecord(grant, shown(stored), json, sha256(json));
    }

    private StoredRecord newest(ResidentId resident, GrantId grant) {
        return records.findFirstByKeyResidentIdAndGrantIdOrderByRecordedAtDescKeyRecordIdDesc(
                        resident.value(), grant.value())
                .orElseThrow(() -> new IllegalStateException("a grant without a record"));
    }

    private void store(
            Told told,
            ResidentId resident,
            Subject subject,
            Optional<StoredRecord> previous,
            ShownText shown,
            String event,
            String state) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var key = new StoredRecord.Key(resident.value(), UuidV7.at(now));
        var json = JSON.writeValueAsString(
                fields(told, resident, subject, previous, shown, event, state, key.recordId(), now));
        records.saveAndFlush(new StoredRecord(
                key,
                subject.request,
                subject.grant.map(GrantId::value),
                previous.map(before -> before.key().recordId()),
                now,
                shown.language().toLanguageTag(),
                seal(key, "record", json),
                seal(key, "shown", shown.text())));
    }

    /** Field names as in ISO/IEC TS 27560:2023, where it has one. */
    private Map<String, Object> fields(
            Told told,
            ResidentId resident,
            Subject subject,
            Optional<StoredRecord> previous,
            ShownText shown,
            String event,
            String state,
            UUID record,
            Instant now) {
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
        fields.put("purpose", subject.purpose.text());
        fields.put("lawful_basis", "GDPR 6(1)(a), 9(2)(a)");
        fields.put("collection_method", told.method());
        fields.put("processing_method", subject.rights());
        fields.put(
                "pii_types",
                subject.terms.sections().stream()
                        .sorted()
                        .map(Receipts::piiType)
                        .toList());
        fields.put("controllers", List.of(controller()));
        fields.put("storage_locations", List.of("NL"));
        fields.put("processing_location", "NL");
        fields.put("geographic_restrictions", "EU");
        fields.put("retention_period", "until withdrawn or ended; this record: 5 years longer");
        fields.put("jurisdiction", "NL");
        fields.put("recipients", List.of(recipient(subject)));
        fields.put("withdrawal_method", publicUrl + "/mijn/toegang");
        fields.put("privacy_rights", List.of("GDPR 7(3)", "GDPR 15", "GDPR 16", "GDPR 17", "GDPR 20", "GDPR 77"));
        fields.put("actor", who(told.by()).toString());
        fields.put("on_behalf_of", resident.toString());
        fields.put("assurance_level", told.by().level().acr());
        fields.put("channel", told.way());
        fields.put("request_id", subject.request.toString());
        subject.grant.ifPresent(grant -> fields.put("grant_id", grant.toString()));
        fields.put("events", events(subject, previous, event, state, now));
        return fields;
    }

    private List<Object> events(
            Subject subject, Optional<StoredRecord> previous, String event, String state, Instant now) {
        var events = new ArrayList<Object>();
        previous.map(before -> open(before, "record", before.record()))
                .map(JSON::readTree)
                .map(json -> json.get("events"))
                .ifPresent(before -> before.forEach((JsonNode earlier) -> events.add(earlier)));
        var added = new LinkedHashMap<String, Object>();
        added.put("event_time", now.toString());
        added.put("event_type", event);
        added.put("event_state", state);
        added.put("entity_id", subject.to.id().toString());
        added.put("validity_duration", now + "/" + CalendarDays.endOf(subject.terms.until()));
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

    private static Map<String, Object> recipient(Subject subject) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("party_id", subject.to.id().toString());
        fields.put("name", subject.to.name());
        fields.put("role", subject.to.role().name());
        fields.put("organisation", subject.to.organisationName());
        subject.to
                .team()
                .filter(team -> subject.terms.team())
                .ifPresent(team -> fields.put("team_when_absent", team.value()));
        return fields;
    }

    private static Map<String, Object> piiType(Section section) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("code", section.code());
        fields.put("number", section.number());
        fields.put("zone", section.zone().name());
        fields.put("special_category", section.zone() == Zone.MIJN_DEEL || section == Section.LEEFGEBIEDEN);
        return fields;
    }

    private ShownText shown(StoredRecord record) {
        return new ShownText(open(record, "shown", record.shown()), Locale.forLanguageTag(record.language()));
    }

    private byte[] seal(StoredRecord.Key key, String column, String text) {
        return sealing.seal(
                Sealing.Kind.LEDGER, key.residentId(), context(key, column), text.getBytes(StandardCharsets.UTF_8));
    }

    private String open(StoredRecord record, String column, byte[] sealed) {
        var key = record.key();
        return new String(
                sealing.open(Sealing.Kind.LEDGER, key.residentId(), context(key, column), sealed),
                StandardCharsets.UTF_8);
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

    /** What a record is about. */
    private record Subject(UUID request, Optional<GrantId> grant, Party to, Terms terms, Purpose purpose) {

        Subject(Grant grant) {
            this(grant.request().value(), Optional.of(grant.id()), grant.to(), grant.terms(), grant.purpose());
        }

        Subject(AccessRequest request) {
            this(request.id().value(), Optional.empty(), request.by(), request.terms(), request.purpose());
        }

        List<String> rights() {
            return terms.rights().stream().sorted().map(Right::name).toList();
        }
    }
}
