package nl.devservices.identity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * The register of persons: names, birthdays, made-up addresses and gezag of the personas, as Haal Centraal BRP Personen 2 answers.
 */
@RestController
public class PersonsEndpoint {

    private static final String SANNE = "999940053";
    private static final String DAAN = "999940065";
    private static final String MARIEKE = "999940077";
    private static final String RUUD = "999940089";
    private static final String LOTTE = "999940223";
    private static final String WILMA = "999940211";

    record Question(String type, List<String> burgerservicenummer, List<String> fields) {}

    @PostMapping("/haalcentraal/api/brp/personen")
    Map<String, Object> find(@RequestBody Question question) {
        var found = Stream.concat(Personas.residents().stream(), Personas.staff().stream())
                .filter(persona -> question.burgerservicenummer().contains(persona.bsn()))
                .map(persona -> person(persona, question.fields()))
                .distinct()
                .toList();
        return Map.of("type", "RaadpleegMetBurgerservicenummer", "personen", found);
    }

    private static Map<String, Object> person(Persona persona, List<String> fields) {
        var number = Integer.parseInt(persona.bsn().substring(6)) % 90 + 1;
        var all = new LinkedHashMap<String, Object>();
        all.put("burgerservicenummer", persona.bsn());
        all.put("naam", Map.of("volledigeNaam", persona.name()));
        all.put("geboorte", Map.of("datum", day(persona.born().toString())));
        all.put(
                "adressering",
                Map.of(
                        "aanschrijfwijze",
                        Map.of("naam", persona.name()),
                        "adresregel1",
                        "Lindelaan " + number,
                        "adresregel2",
                        "9999 AA VOORBEELDSTAD"));
        if (persona.bsn().equals(RUUD)) {
            all.put("geheimhoudingPersoonsgegevens", true);
        }
        if (persona.bsn().equals(WILMA)) {
            all.put("overlijden", Map.of("datum", day("2026-09-30")));
        }
        all.put("gezag", gezag(persona.bsn()));
        all.keySet()
                .removeIf(group ->
                        fields.stream().noneMatch(field -> field.equals(group) || field.startsWith(group + ".")));
        return all;
    }

    private static List<Map<String, Object>> gezag(String bsn) {
        return switch (bsn) {
            case SANNE, DAAN ->
                List.of(Map.of(
                        "type",
                        "GezamenlijkOuderlijkGezag",
                        "ouders",
                        List.of(Map.of("burgerservicenummer", MARIEKE), Map.of("burgerservicenummer", RUUD))));
            case LOTTE -> List.of(Map.of("type", "GezagNietTeBepalen"));
            default -> List.of();
        };
    }

    private static Map<String, String> day(String day) {
        return Map.of("type", "Datum", "datum", day);
    }
}
