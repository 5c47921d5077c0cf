package nl.devservices.local;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import nl.devservices.identity.Personas;

/** What somebody needs to know when everything runs. */
final class Overview {

    private Overview() {}

    static Map<String, String> addresses(Settings settings) {
        var addresses = new LinkedHashMap<String, String>();
        addresses.put("Inwoners en naasten", settings.resident());
        addresses.put("Werkplek van medewerkers", settings.workspace());
        addresses.put("Alle teksten voor brieven en papieren", settings.workspace() + "/lokaal/sjablonen");
        addresses.put(
                "Database, alleen lezen, zonder wachtwoord",
                "psql -h localhost -p " + settings.databasePort()
                        + " -U lezer voorelkaar   (sleutels: voorelkaar_sleutels)");
        addresses.put(
                "Gezondheid",
                settings.resident() + "/actuator/health/readiness en " + settings.workspace()
                        + "/actuator/health/readiness");
        return addresses;
    }

    static String of(Settings settings, Duration took) {
        var text = new StringBuilder();
        text.append("""

                Voor Elkaar runs. It took %d seconds.

                  Residents and carers   %s
                  Workspace              %s
                  Start page             %s        personas, clock, how scripts sign in
                  Mailbox                %s/post   as JSON: /post.json
                  Clock                  %s/klok   curl -H 'Content-Type: application/json' -d '{"advance":"P14D"}' %s/klok
                  Database               psql -h localhost -p %d -U lezer voorelkaar

                Who you can be (code to choose or to post as persona=P01&loa=substantieel):

                """.formatted(
                        took.toSeconds(),
                        settings.resident(),
                        settings.workspace(),
                        settings.local(),
                        settings.local(),
                        settings.local(),
                        settings.local(),
                        settings.databasePort()));
        text.append("  Residents and carers\n");
        for (var persona : Personas.residents()) {
            text.append("    %-4s %-18s %s%n".formatted(persona.id(), persona.name(), persona.about()));
        }
        text.append("\n  Workspace\n");
        for (var persona : Personas.staff()) {
            var staff = persona.staff().orElseThrow();
            text.append("    %-4s %-18s %s (%s), %s%n"
                    .formatted(persona.id(), persona.name(), staff.function(), staff.role(), staff.organisationName()));
        }
        return text.append("\nEverything is kept in ")
                .append(settings.folder())
                .append(". Ctrl-C stops it; RESET=1 at the next start begins again.")
                .toString();
    }
}
