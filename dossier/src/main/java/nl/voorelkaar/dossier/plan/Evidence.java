package nl.voorelkaar.dossier.plan;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.dossier.procedure.Author;
import tools.jackson.databind.json.JsonMapper;

/**
 * The record of who agreed to what and how sure that is (DOMAIN §6), as JSON text. No network address and no browser:
 * what is kept for fifteen years holds nothing that only weeks are allowed for.
 */
final class Evidence {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Evidence() {}

    static String of(
            ResidentId resident,
            Author by,
            String name,
            Intent intent,
            Version version,
            Login login,
            Instant now,
            int coolingOffDays) {
        var record = new LinkedHashMap<String, Object>();
        record.put(
                "document",
                Map.of(
                        "sha256", version.fingerprint().sha256(),
                        "length", version.fingerprint().length(),
                        "version", version.number()));
        record.put("declaration", intent.declaration());
        var signer = new LinkedHashMap<String, Object>();
        signer.put(
                "id",
                switch (by) {
                    case Author.Resident _ -> resident.value().toString();
                    case Author.Professional professional ->
                        professional.party().toString();
                    case Author.Clock _ -> throw new IllegalArgumentException("the clock signs nothing");
                });
        signer.put("name", name);
        signer.put(
                "role",
                by instanceof Author.Professional professional
                        ? professional.role().name()
                        : "RES");
        // Nobody signs a plan for somebody else: a mandate to sign is off.
        signer.put("onBehalfOf", "");
        record.put("signer", signer);
        record.put(
                "login",
                Map.of(
                        "level", login.level().name(),
                        "assertionSha256", login.assertionSha256(),
                        "at", login.at().toString()));
        record.put("stepUpAt", login.at().toString());
        record.put("readToTheEnd", intent.readToTheEnd());
        record.put("signedAt", now.toString());
        record.put("coolingOffDays", coolingOffDays);
        intent.apply().ifPresent(apply -> record.put("application", apply.name()));
        return JSON.writeValueAsString(record);
    }
}
