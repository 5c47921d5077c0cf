package nl.voorelkaar.dossier.fhir;

import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.voorelkaar.consent.Grant;
import nl.voorelkaar.consent.Party;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Right;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.dossier.Residents;
import nl.voorelkaar.dossier.bag.Enclosures;
import nl.voorelkaar.dossier.plan.Goal;
import nl.voorelkaar.dossier.plan.Ondersteuningsplan;
import nl.voorelkaar.dossier.plan.PlanPart;
import nl.voorelkaar.dossier.plan.PlanState;
import nl.voorelkaar.dossier.plan.Task;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What of a dossier has a form in FHIR R4 (4.0.1), as collection bundles: each has the resident as a Patient, and
 * resources that point there. Codes of our own are addresses below the public one, because there is no list of them
 * elsewhere.
 *
 * @param resident whose dossier it is, with name and day of birth; never the BSN
 * @param made when it was written down
 */
public record FhirView(String publicUrl, ResidentId resident, Residents.Profile person, Instant made) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String HL7 = "http://terminology.hl7.org/CodeSystem/";
    private static final String CONSENT_OF_AVG_6 = "http://data.europa.eu/eli/reg/2016/679/art_6/par_1/pnt_a/oj";

    /** A file of the archive. @param path from its {@code data} folder */
    public record Kept(UUID id, String title, String path, String mediaType, Optional<Instant> at) {

        public static Kept of(Enclosures.Carried carried, Enclosures.InBag file) {
            var entry = carried.entry();
            return new Kept(
                    entry.id().value(), entry.title(), file.path(), file.mediaType(), Optional.of(entry.changedAt()));
        }

        @Override
        public String toString() {
            return "Kept[" + id + "]";
        }
    }

    /** A Consent for each permission, also of those that ended. */
    public byte[] consents(List<Grant> grants) {
        return bundle(grants.stream().map(this::consent));
    }

    /**
     * A CarePlan for each plan, with its goals, as it is now.
     *
     * @param title of each
     * @param heading above what was written in a part
     */
    public byte[] carePlans(List<Ondersteuningsplan> plans, String title, Function<PlanPart, String> heading) {
        return bundle(plans.stream().map(plan -> carePlan(plan, title, heading)));
    }

    /** A DocumentReference for each file. */
    public byte[] documents(List<Kept> files) {
        return bundle(files.stream().map(this::document));
    }

    /** @param events of {@link nl.voorelkaar.consent.LogExport#auditEvents} */
    public byte[] auditEvents(List<String> events) {
        return bundle(events.stream().map(JSON::readTree));
    }

    private byte[] bundle(Stream<?> resources) {
        var patient = fields(
                "resourceType", "Patient",
                "id", resident.toString(),
                "name", List.of(fields("text", person.name())),
                "birthDate", person.born().toString());
        return JSON.writerWithDefaultPrettyPrinter()
                .writeValueAsBytes(fields(
                        "resourceType",
                        "Bundle",
                        "type",
                        "collection",
                        "timestamp",
                        made.toString(),
                        "entry",
                        Stream.concat(Stream.of(patient), resources)
                                .map(resource -> fields("fullUrl", urn(resource), "resource", resource))
                                .toList()));
    }

    private static String urn(Object resource) {
        return "urn:uuid:"
                + (resource instanceof JsonNode node ? node.get("id").asString() : ((Map<?, ?>) resource).get("id"));
    }

    private Map<String, Object> subject() {
        return fields("reference", "urn:uuid:" + resident);
    }

    private Map<String, Object> consent(Grant grant) {
        return fields(
                "resourceType", "Consent",
                "id", grant.id().toString(),
                "status", grant.state() == Grant.State.ACTIEF ? "active" : "inactive",
                "scope", concept(HL7 + "consentscope", "patient-privacy"),
                "category", List.of(concept("http://loinc.org", "59284-0")),
                "patient", subject(),
                "dateTime", grant.from().toString(),
                "performer", List.of(subject()),
                "policy", List.of(fields("uri", CONSENT_OF_AVG_6)),
                "provision",
                        fields(
                                "type", "permit",
                                "period",
                                        fields(
                                                "start",
                                                grant.from().toString(),
                                                "end",
                                                grant.until().toString()),
                                "actor",
                                        List.of(fields(
                                                "role", concept(HL7 + "v3-ParticipationType", "IRCP"),
                                                "reference", party(grant.to()))),
                                "action",
                                        grant.terms().rights().stream()
                                                .sorted()
                                                .map(right -> concept(
                                                        HL7 + "consentaction",
                                                        right == Right.READ ? "access" : "collect"))
                                                .toList(),
                                "purpose",
                                        List.of(fields(
                                                "system", publicUrl + "/toestemming/doel",
                                                "code", grant.id().toString(),
                                                "display", grant.purpose().text())),
                                "class",
                                        grant.terms().sections().stream()
                                                .sorted()
                                                .map(Section::code)
                                                .map(code -> fields("system", publicUrl + "/onderdeel", "code", code))
                                                .toList()));
    }

    private Map<String, Object> party(Party party) {
        return fields(
                "identifier",
                fields(
                        "system",
                        publicUrl + "/id/medewerker",
                        "value",
                        party.id().toString()),
                "display",
                party.name() + ", " + party.organisationName());
    }

    private Map<String, Object> carePlan(Ondersteuningsplan plan, String title, Function<PlanPart, String> heading) {
        var goals = plan.goals();
        return fields(
                "resourceType", "CarePlan",
                "id", plan.id().toString(),
                "contained", goals.stream().map(goal -> goal(plan, goal)).toList(),
                "status", status(plan.state()),
                "intent", "plan",
                "title", title,
                "subject", subject(),
                "created",
                        plan.versions().isEmpty()
                                ? null
                                : plan.versions().getFirst().at().toString(),
                "goal",
                        goals.stream()
                                .map(goal -> fields("reference", "#" + goal.id()))
                                .toList(),
                "activity",
                        goals.stream()
                                .flatMap(goal -> goal.tasks().stream().map(task -> activity(goal, task)))
                                .toList(),
                "note",
                        Arrays.stream(PlanPart.values())
                                .filter(part -> !plan.part(part).text().isBlank())
                                .map(part -> fields(
                                        "text",
                                        heading.apply(part) + "\n\n"
                                                + plan.part(part).text()))
                                .toList());
    }

    private static String status(PlanState state) {
        return switch (state) {
            case CONCEPT, TER_ONDERTEKENING, DEELS_ONDERTEKEND -> "draft";
            case IN_BEDENKTERMIJN, DEFINITIEF, IN_EVALUATIE, BIJGESTELD -> "active";
            case NIET_AKKOORD, HERROEPEN -> "revoked";
            case AFGESLOTEN -> "completed";
        };
    }

    private Map<String, Object> goal(Ondersteuningsplan plan, Goal goal) {
        var open = status(plan.state()).equals("draft") ? "proposed" : "active";
        return fields(
                "resourceType", "Goal",
                "id", goal.id().toString(),
                "lifecycleStatus", goal.reached() ? "completed" : open,
                "description", fields("text", goal.text().text()),
                "subject", subject());
    }

    private Map<String, Object> activity(Goal goal, Task task) {
        return fields(
                "detail",
                fields(
                        "goal", List.of(fields("reference", "#" + goal.id())),
                        "status", task.done() ? "completed" : "not-started",
                        "scheduledPeriod",
                                task.due()
                                        .map(day -> fields("end", day.toString()))
                                        .orElse(null),
                        "performer", task.who().isBlank() ? null : List.of(fields("display", task.who())),
                        "description", task.text().text()));
    }

    private Map<String, Object> document(Kept kept) {
        return fields(
                "resourceType", "DocumentReference",
                "id", kept.id().toString(),
                "status", "current",
                "subject", subject(),
                "date", kept.at().map(Instant::toString).orElse(null),
                "description", kept.title(),
                "content",
                        List.of(fields(
                                "attachment",
                                fields(
                                        "contentType", kept.mediaType(),
                                        "url", "../" + kept.path(),
                                        "title", kept.title()))));
    }

    private static Map<String, Object> concept(String system, String code) {
        return fields("coding", List.of(fields("system", system, "code", code)));
    }

    /** Name after name, each with its value; what is null or an empty list is not there. */
    private static Map<String, Object> fields(@org.jspecify.annotations.Nullable Object... pairs) {
        var fields = new LinkedHashMap<String, Object>();
        for (var pair = 0; pair < pairs.length; pair += 2) {
            var value = pairs[pair + 1];
            if (value != null && !(value instanceof List<?> list && list.isEmpty())) {
                fields.put((String) Objects.requireNonNull(pairs[pair]), value);
            }
        }
        return fields;
    }
}
