package nl.devservices.identity;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import nl.devservices.clock.AdjustableClock;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * The register of persons: names, birthdays, made-up addresses and gezag of the personas, as Haal Centraal BRP Personen
 * 2 answers; and what changed about who is followed, as BRP Update 1 does. What changes here is kept until the stand-in
 * stops.
 */
@RestController
public class PersonsEndpoint {

    private static final String SANNE = "999940053";
    private static final String DAAN = "999940065";
    private static final String MARIEKE = "999940077";
    private static final String RUUD = "999940089";
    private static final String LOTTE = "999940223";
    private static final String WILMA = "999940211";

    private final Map<String, Change> changes = new ConcurrentHashMap<>();
    private final Map<String, LocalDate> changedOn = new ConcurrentHashMap<>();
    private final Set<String> followed = ConcurrentHashMap.newKeySet();
    private final AdjustableClock clock;

    PersonsEndpoint(AdjustableClock clock) {
        this.clock = clock;
    }

    /**
     * What becomes of a persona.
     *
     * @param overleden the day of death; empty for the living
     * @param ouders who have gezag from now on; empty when that stays as it was
     */
    public record Change(String burgerservicenummer, Optional<LocalDate> overleden, Optional<List<String>> ouders) {}

    /** For who tries the product, and for tests. Empty both: as it was at the start. */
    @PostMapping("/haalcentraal/veranderen")
    public void change(@RequestBody Change change) {
        changes.put(change.burgerservicenummer(), change);
        changedOn.put(
                change.burgerservicenummer(), LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/Amsterdam")));
    }

    public boolean follows(String number) {
        return followed.contains(number);
    }

    @PutMapping("/haalcentraal/api/brp-update/volgindicaties/{number}")
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, Object> follow(@PathVariable String number) {
        followed.add(number);
        return Map.of("burgerservicenummer", number);
    }

    @GetMapping("/haalcentraal/api/brp-update/wijzigingen")
    Map<String, Object> changed(@RequestParam LocalDate vanaf) {
        return Map.of(
                "burgerservicenummers",
                changedOn.entrySet().stream()
                        .filter(one -> followed.contains(one.getKey())
                                && !one.getValue().isBefore(vanaf))
                        .map(Map.Entry::getKey)
                        .sorted()
                        .toList());
    }

    record Question(String type, List<String> burgerservicenummer, List<String> fields) {}

    @PostMapping("/haalcentraal/api/brp/personen")
    Map<String, Object> find(@RequestBody Question question) {
        var found = Stream.concat(Personas.residents().stream(), Personas.staff().stream())
                .filter(persona -> question.burgerservicenummer().contains(persona.bsn()))
                .map(persona -> person(persona, question.fields(), Optional.ofNullable(changes.get(persona.bsn()))))
                .distinct()
                .toList();
        return Map.of("type", "RaadpleegMetBurgerservicenummer", "personen", found);
    }

    private static Map<String, Object> person(Persona persona, List<String> fields, Optional<Change> change) {
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
        change.flatMap(Change::overleden)
                .ifPresent(died -> all.put("overlijden", Map.of("datum", day(died.toString()))));
        all.put(
                "gezag",
                change.flatMap(Change::ouders).map(PersonsEndpoint::parents).orElseGet(() -> gezag(persona.bsn())));
        all.keySet()
                .removeIf(group ->
                        fields.stream().noneMatch(field -> field.equals(group) || field.startsWith(group + ".")));
        return all;
    }

    private static List<Map<String, Object>> gezag(String bsn) {
        return switch (bsn) {
            case SANNE, DAAN -> parents(List.of(MARIEKE, RUUD));
            case LOTTE -> List.of(Map.of("type", "GezagNietTeBepalen"));
            default -> List.of();
        };
    }

    private static List<Map<String, Object>> parents(List<String> numbers) {
        return List.of(Map.of(
                "type",
                "GezamenlijkOuderlijkGezag",
                "ouders",
                numbers.stream()
                        .map(number -> Map.of("burgerservicenummer", number))
                        .toList()));
    }

    private static Map<String, String> day(String day) {
        return Map.of("type", "Datum", "datum", day);
    }
}
