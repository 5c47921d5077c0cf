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
import nl.voorelkaar.consent.AccessRequest;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.ConsentRecord;
import nl.voorelkaar.consent.ConsentRecord.What;
import nl.voorelkaar.consent.EvidenceSeal;
import nl.voorelkaar.consent.Grant;
import nl.voorelkaar.consent.GrantId;
import nl.voorelkaar.consent.LedgerEvent;
import nl.voorelkaar.consent.Party;
import nl.voorelkaar.consent.Purpose;
import nl.voorelkaar.consent.RequestId;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Right;
import nl.voorelkaar.consent.Sealing;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.consent.ShownText;
import nl.voorelkaar.consent.Terms;
import nl.voorelkaar.consent.UuidV7;
import nl.voorelkaar.consent.Zone;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the evidence of consent: one record for each time that a resident said yes, no, less, or stop, sealed by the
 * municipality. A record repeats the events of the record before it and adds its own, so that the newest one tells the whole
 * story. In the caller's transaction and in the scope of the resident; what is written belongs in the log, see
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
    public Written given(Actor actor, Grant grant, ShownText shown) {
        return given(Told.online(actor), grant, shown);
    }

    /** Yes, told in some way. */
    public Written given(Told told, Grant grant, ShownText shown) {
        var about = new Subject(grant);
        return store(Optional.of(told), about, unanswered(about), shown, What.CONSENT_GIVEN);
    }

    /** One of several whose word counts said yes. */
    public Written answered(Actor.Acting actor, AccessRequest request, ShownText shown) {
        var about = new Subject(request);
        return store(Optional.of(Told.online(actor)), about, unanswered(about), shown, What.CONSENT_ANSWERED);
    }

    /** No. The professional is told no more than that. */
    public Written refused(Actor actor, AccessRequest request, ShownText shown) {
        return refused(Told.online(actor), request, shown);
    }

    /** No, told in some way. */
    public Written refused(Told told, AccessRequest request) {
        return refused(told, request, NOTHING_SHOWN);
    }

    private Written refused(Told told, AccessRequest request, ShownText shown) {
        var about = new Subject(request);
        return store(Optional.of(told), about, unanswered(about), shown, What.CONSENT_REFUSED);
    }

    /** Less: a new version. */
    public Written narrowed(Actor.Resident actor, Grant before, Grant after, ShownText shown) {
        return store(
                Optional.of(Told.online(actor)),
                new Subject(after),
                newest(new Subject(before)),
                shown,
                What.CONSENT_NARROWED);
    }

    /** No reads until it is resumed. */
    public Written paused(Actor actor, Grant grant, ShownText shown) {
        return changed(Optional.of(Told.online(actor)), grant, shown, What.CONSENT_PAUSED);
    }

    public Written resumed(Actor.Resident actor, Grant grant, ShownText shown) {
        return changed(Optional.of(Told.online(actor)), grant, shown, What.CONSENT_RESUMED);
    }

    /** Stop. */
    public Written withdrawn(Actor actor, Grant grant, ShownText shown) {
        return changed(Optional.of(Told.online(actor)), grant, shown, What.CONSENT_WITHDRAWN);
    }

    /** Stop, told in some way. */
    public Written withdrawn(Told told, Grant grant) {
        return changed(Optional.of(told), grant, NOTHING_SHOWN, What.CONSENT_WITHDRAWN);
    }

    /** It ended by itself. */
    public Written ended(Grant grant) {
        return changed(Optional.empty(), grant, NOTHING_SHOWN, What.CONSENT_ENDED);
    }

    private Written changed(Optional<Told> told, Grant grant, ShownText shown, What what) {
        var about = new Subject(grant);
        return store(told, about, newest(about), shown, what);
    }

    /** The newest record about this grant. */
    public ConsentRecord of(Actor.Resident actor, Grant grant) {
        return newest(new Subject(grant))
                .map(this::open)
                .orElseThrow(() -> new IllegalStateException("a grant without a record"));
    }

    /** All about one request and what came of it, the newest first; at most 1 000. */
    public List<ConsentRecord> of(Actor.Resident actor, RequestId request) {
        return opened(records.findByKeyResidentIdAndRequestIdOrderByRecordedAtDescKeyRecordId(
                actor.id().value(), request.value(), LISTED_AT_MOST));
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

    /** What somebody whose word counts too said before. */
    private Optional<StoredRecord> unanswered(Subject about) {
        return newest(about.ofRequest());
    }

    /** The one that no other follows: of one moment there may be more. */
    private Optional<StoredRecord> newest(Subject about) {
        var last = records
                .findByKeyResidentIdAndRequestIdOrderByRecordedAtDescKeyRecordId(
                        about.resident.value(), about.request.value(), NEWEST)
                .stream()
                .filter(record -> record.grant().equals(about.grant))
                .toList();
        var followed =
                last.stream().flatMap(record -> record.previous().stream()).collect(Collectors.toSet());
        return last.stream()
                .filter(record -> !followed.contains(record.key().recordId()))
                .findFirst();
    }

    private Written store(
            Optional<Told> told, Subject subject, Optional<StoredRecord> previous, ShownText shown, What what) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var key = new StoredRecord.Key(subject.resident.value(), UuidV7.at(now));
        var json = JSON.writeValueAsString(fields(told, subject, previous, shown, what, key.recordId(), now));
        var bytes = json.getBytes(StandardCharsets.UTF_8);
        records.saveAndFlush(new StoredRecord(
                key,
                subject.request.value(),
                subject.grant.map(GrantId::value),
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
            Subject subject,
            Optional<StoredRecord> previous,
            ShownText shown,
            What what,
            UUID record,
            Instant now) {
        var resident = subject.resident;
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
        fields.put("collection_method", told.map(Told::method).orElse("ended by itself"));
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
        told.ifPresent(how -> {
            fields.put("actor", who(how.by()).toString());
            fields.put("assurance_level", how.by().level().acr());
        });
        fields.put("on_behalf_of", resident.toString());
        fields.put("channel", told.map(Told::way).orElse("clock"));
        fields.put("request_id", subject.request.toString());
        subject.grant.ifPresent(grant -> fields.put("grant_id", grant.toString()));
        fields.put("events", events(subject, previous, what, now));
        return fields;
    }

    private List<Object> events(Subject subject, Optional<StoredRecord> previous, What what, Instant now) {
        var events = new ArrayList<Object>();
        previous.map(before -> open(before, "record", before.record()))
                .map(JSON::readTree)
                .map(json -> json.get("events"))
                .ifPresent(before -> before.forEach((JsonNode earlier) -> events.add(earlier)));
        var added = new LinkedHashMap<String, Object>();
        added.put("event_time", now.toString());
        added.put("event_type", what.name().toLowerCase(Locale.ROOT));
        added.put("event_state", what.state());
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

    /** What a record is about. */
    private record Subject(
            ResidentId resident, RequestId request, Optional<GrantId> grant, Party to, Terms terms, Purpose purpose) {

        Subject(Grant grant) {
            this(
                    grant.resident(),
                    grant.request(),
                    Optional.of(grant.id()),
                    grant.to(),
                    grant.terms(),
                    grant.purpose());
        }

        Subject(AccessRequest request) {
            this(request.resident(), request.id(), Optional.empty(), request.by(), request.terms(), request.purpose());
        }

        Subject ofRequest() {
            return new Subject(resident, request, Optional.empty(), to, terms, purpose);
        }

        List<String> rights() {
            return terms.rights().stream().sorted().map(Right::name).toList();
        }
    }
}
