package nl.voorelkaar.consent.export;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import nl.voorelkaar.consent.Grondslag;
import nl.voorelkaar.consent.LedgerEvent.Outcome;
import nl.voorelkaar.consent.LedgerLine;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Section;
import tools.jackson.databind.json.JsonMapper;

/** One line of the log as JSON that others know. */
record PublishedForms(String publicUrl, String municipality) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String HL7 = "http://terminology.hl7.org/CodeSystem/";

    /** A FHIR R4 AuditEvent. */
    String auditEvent(ResidentId resident, LedgerLine line) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("resourceType", "AuditEvent");
        fields.put("id", line.id().toString());
        fields.put("type", coding(HL7 + "audit-event-type", "rest"));
        fields.put(
                "subtype",
                List.of(coding(publicUrl + "/logboek/gebeurtenis", line.kind().name())));
        fields.put("action", action(line));
        fields.put("recorded", line.at().toString());
        fields.put("outcome", line.outcome() == Outcome.DONE ? "0" : "4");
        line.ground().ifPresent(ground -> fields.put("purposeOfEvent", List.of(purpose(ground, line))));
        fields.put("agent", List.of(agent(resident, line)));
        fields.put("source", Map.of("site", municipality, "observer", Map.of("display", "Voor Elkaar")));
        fields.put("entity", entities(resident, line));
        return JSON.writeValueAsString(fields);
    }

    private static Map<String, Object> coding(String system, String code) {
        var coding = new LinkedHashMap<String, Object>();
        coding.put("system", system);
        coding.put("code", code);
        return coding;
    }

    private static String action(LedgerLine line) {
        return switch (line.kind()) {
            case READ, SEARCHED, LISTED, DOWNLOADED, LOOKED_UP, LOG_READ, PREVIEWED, EXPORTED -> "R";
            case ADDED, ASKED, GRANTED, ASSIGNED, MANDATED -> "C";
            case EDITED, NARROWED, PAUSED, RESUMED, RESTORED -> "U";
            case REMOVED, STOPPED, EXPIRED -> "D";
            default -> "E";
        };
    }

    private Map<String, Object> purpose(Grondslag ground, LedgerLine line) {
        var purpose = new LinkedHashMap<String, Object>();
        purpose.put(
                "coding",
                ground == Grondslag.VITAAL_BELANG
                        ? List.of(
                                coding(publicUrl + "/logboek/grondslag", ground.name()),
                                coding(HL7 + "v3-ActReason", "BTG"))
                        : List.of(coding(publicUrl + "/logboek/grondslag", ground.name())));
        line.statute().ifPresent(statute -> purpose.put("text", statute));
        return purpose;
    }

    private Map<String, Object> agent(ResidentId resident, LedgerLine line) {
        var agent = new LinkedHashMap<String, Object>();
        line.by()
                .ifPresentOrElse(
                        party -> {
                            agent.put("who", who("medewerker", party.id().toString(), party.name()));
                            agent.put(
                                    "role",
                                    List.of(Map.of(
                                            "coding",
                                            List.of(coding(
                                                    publicUrl + "/logboek/rol",
                                                    party.role().name())),
                                            "text",
                                            party.organisationName())));
                        },
                        () -> line.through()
                                .ifPresentOrElse(
                                        carer -> agent.put(
                                                "who",
                                                who(
                                                        "vertegenwoordiger",
                                                        carer.id().toString(),
                                                        "")),
                                        () -> agent.put(
                                                "who",
                                                line.byResident()
                                                        ? who("inwoner", resident.toString(), "")
                                                        : Map.of("display", "Voor Elkaar"))));
        line.grant().ifPresent(grant -> agent.put("policy", List.of(publicUrl + "/toestemming/" + grant)));
        agent.put("requestor", true);
        return agent;
    }

    private Map<String, Object> who(String kind, String id, String name) {
        var who = new LinkedHashMap<String, Object>();
        who.put("identifier", Map.of("system", publicUrl + "/id/" + kind, "value", id));
        if (!name.isEmpty()) {
            who.put("display", name);
        }
        return who;
    }

    private List<Object> entities(ResidentId resident, LedgerLine line) {
        var entities = new ArrayList<Object>();
        entities.add(Map.of("what", who("inwoner", resident.toString(), ""), "role", coding(HL7 + "object-role", "1")));
        line.sections().stream()
                .sorted()
                .map(Section::code)
                .map(code -> Map.of("what", who("onderdeel", code, ""), "role", coding(HL7 + "object-role", "4")))
                .forEach(entities::add);
        return entities;
    }

    /**
     * A record of the Logboek Dataverwerkingen. @param subject for whom it was about, not to be read back without a key
     */
    String dataProcessing(LedgerLine line, byte[] subject) {
        var attributes = new LinkedHashMap<String, Object>();
        attributes.put(
                "dpl.core.processing_activity_id",
                publicUrl + "/verwerkingen/" + activity(line).toLowerCase(Locale.ROOT));
        attributes.put("dpl.core.data_subject_id", HexFormat.of().formatHex(subject));
        var fields = new LinkedHashMap<String, Object>();
        fields.put("trace_id", hex(line.id()));
        fields.put("operation_id", hex(line.id()).substring(Long.BYTES * 2));
        fields.put("status_code", line.outcome() == Outcome.DONE ? 1 : 2);
        fields.put("name", line.kind().name());
        fields.put("start_time", line.at().toString());
        fields.put("end_time", line.at().toString());
        fields.put("resource", Map.of("service.name", "voorelkaar"));
        fields.put("attributes", attributes);
        return JSON.writeValueAsString(fields);
    }

    private static String activity(LedgerLine line) {
        return line.ground().map(Grondslag::name).orElse("BEHEER");
    }

    private static String hex(UUID id) {
        return HexFormat.of()
                .formatHex(ByteBuffer.allocate(2 * Long.BYTES)
                        .putLong(id.getMostSignificantBits())
                        .putLong(id.getLeastSignificantBits())
                        .array());
    }
}
