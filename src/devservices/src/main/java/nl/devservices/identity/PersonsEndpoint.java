package nl.devservices.identity;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The register of persons: names, birthdays and made-up addresses of the personas, as Haal Centraal BRP Personen 2 answers. */
@RestController
public class PersonsEndpoint {

    record Question(String type, List<String> burgerservicenummer, List<String> fields) {}

    @PostMapping("/haalcentraal/api/brp/personen")
    Map<String, Object> find(@RequestBody Question question) {
        var found = Stream.concat(Personas.residents().stream(), Personas.staff().stream())
                .distinct()
                .filter(persona -> question.burgerservicenummer().contains(persona.bsn()))
                .limit(1)
                .map(PersonsEndpoint::person)
                .toList();
        return Map.of("type", "RaadpleegMetBurgerservicenummer", "personen", found);
    }

    private static Map<String, Object> person(Persona persona) {
        var number = Integer.parseInt(persona.bsn().substring(6)) % 90 + 1;
        return Map.of(
                "naam",
                Map.of("volledigeNaam", persona.name()),
                "geboorte",
                Map.of("datum", Map.of("type", "Datum", "datum", persona.born().toString())),
                "adressering",
                Map.of(
                        "aanschrijfwijze",
                        Map.of("naam", persona.name()),
                        "adresregel1",
                        "Lindelaan " + number,
                        "adresregel2",
                        "9999 AA VOORBEELDSTAD"));
    }
}
