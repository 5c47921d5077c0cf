package nl.voorelkaar.portal.persons;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.voorelkaar.consent.Representation;
import nl.voorelkaar.dossier.Bsn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Haal Centraal BRP Personen 2, and BRP Update 1 for what changed: asks for the fields of an envelope, of gezag, or of
 * a death, and no other. A date of birth of which the day is not known is no answer: then a person has to look. The
 * same goes for gezag that cannot be determined.
 */
@Component
class HaalCentraal implements PersonsRegister {

    private static final Logger LOG = LoggerFactory.getLogger(HaalCentraal.class);
    private static final Duration TO_ASK = Duration.ofSeconds(5);
    private static final List<String> ENVELOPE = List.of(
            "naam.volledigeNaam", "geboorte.datum", "adressering", "geheimhoudingPersoonsgegevens", "overlijden.datum");
    private static final List<String> GEZAG = List.of("gezag");
    private static final List<String> NEWS = List.of("overlijden.datum", "gezag");
    private static final List<String> NAME = List.of("burgerservicenummer", "naam.volledigeNaam");

    private final String url;
    private final String updates;
    private final String key;
    private final JsonMapper json = JsonMapper.builder().build();
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(TO_ASK)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /** @param updates of the Update API of the same register; empty when it is not to be asked for changes */
    HaalCentraal(
            @Value("${voorelkaar.brp.url}") String url,
            @Value("${voorelkaar.brp.updates-url:}") String updates,
            @Value("${voorelkaar.brp.key:}") String key) {
        this.url = url;
        this.updates = updates;
        this.key = key;
    }

    @Override
    public Optional<Person> find(Bsn bsn) {
        try {
            return asked(List.of(bsn), ENVELOPE).flatMap(found -> person(found.path(0)));
        } catch (DateTimeException unknownDay) {
            LOG.warn("The register of persons knows no whole date");
            return Optional.empty();
        }
    }

    @Override
    public Optional<Authority> authority(Bsn minor) {
        return asked(List.of(minor), GEZAG)
                .map(found -> found.path(0))
                .filter(person -> !person.isMissingNode())
                .flatMap(person -> authority(person.path("gezag")));
    }

    private Optional<Authority> authority(JsonNode all) {
        var numbers = holders(all);
        if (numbers.isEmpty()) {
            return Optional.of(Authority.UNKNOWN);
        }
        return asked(numbers, NAME)
                .map(found -> numbers.stream()
                        .flatMap(number -> named(number, found).stream())
                        .toList())
                .filter(holders -> holders.size() == numbers.size())
                .map(holders -> new Authority(kind(all.path(0).path("type").asString("")), holders));
    }

    /** More than one kind at once is not for a machine. @return nobody when a person has to find out */
    private static List<Bsn> holders(JsonNode all) {
        var one = all.path(0);
        return all.size() == 1
                        && one.path("inOnderzoek").isMissingNode()
                        && kind(one.path("type").asString("")).isPresent()
                ? Stream.of("ouders", "ouder", "derden", "derde")
                        .flatMap(role -> numbers(one.path(role)))
                        .toList()
                : List.of();
    }

    /** The number is in the address, as that interface has it. */
    @Override
    public boolean follow(Bsn bsn) {
        return !updates.isBlank()
                && answered(HttpRequest.newBuilder(URI.create(updates + "/volgindicaties/" + bsn.revealDigits()))
                                .header("Content-Type", "application/json")
                                .PUT(HttpRequest.BodyPublishers.ofString("{}")))
                        .isPresent();
    }

    @Override
    public Optional<List<Bsn>> changedSince(LocalDate day) {
        return updates.isBlank()
                ? Optional.empty()
                : answered(HttpRequest.newBuilder(URI.create(updates + "/wijzigingen?vanaf=" + day))
                                .GET())
                        .map(found -> found.path("burgerservicenummers")
                                .valueStream()
                                .map(number -> Bsn.of(number.asString()))
                                .toList());
    }

    @Override
    public Optional<Now> now(Bsn bsn) {
        return asked(List.of(bsn), NEWS).map(found -> {
            var person = found.path(0);
            var gezag = person.path("gezag");
            return new Now(died(person), gezag.isEmpty() ? Optional.empty() : Optional.of(holders(gezag)));
        });
    }

    private static Optional<LocalDate> died(JsonNode person) {
        try {
            return day(person.path("overlijden").path("datum"));
        } catch (DateTimeException unknownDay) {
            LOG.warn("The register of persons knows no whole date of a death: a person has to look");
            return Optional.empty();
        }
    }

    private static Optional<Representation.Kind> kind(String type) {
        return switch (type) {
            case "TweehoofdigOuderlijkGezag", "GezamenlijkOuderlijkGezag", "EenhoofdigOuderlijkGezag" ->
                Optional.of(Representation.Kind.OUDER);
            case "Voogdij" -> Optional.of(Representation.Kind.VOOGD);
            // A parent together with somebody else, nobody for now, and what cannot be determined.
            default -> Optional.empty();
        };
    }

    private static Stream<Bsn> numbers(JsonNode holders) {
        return (holders.isArray() ? holders.valueStream() : Stream.of(holders))
                .map(holder -> holder.path("burgerservicenummer").asString(""))
                .filter(number -> !number.isBlank())
                .map(Bsn::of);
    }

    private static Optional<Holder> named(Bsn number, JsonNode found) {
        return found.valueStream()
                .filter(person ->
                        person.path("burgerservicenummer").asString("").equals(number.revealDigits()))
                .map(person -> person.path("naam").path("volledigeNaam").asString(""))
                .filter(name -> !name.isBlank())
                .map(name -> new Holder(number, name))
                .findFirst();
    }

    /** @return the persons that it found; empty when it has no answer */
    private Optional<JsonNode> asked(List<Bsn> numbers, List<String> fields) {
        var body = json.writeValueAsString(Map.of(
                "type",
                "RaadpleegMetBurgerservicenummer",
                "burgerservicenummer",
                numbers.stream().map(Bsn::revealDigits).toList(),
                "fields",
                fields));
        return answered(HttpRequest.newBuilder(URI.create(url + "/personen"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body)))
                .map(found -> found.path("personen"));
    }

    private Optional<JsonNode> answered(HttpRequest.Builder request) {
        request.timeout(TO_ASK).header("Accept", "application/json");
        if (!key.isBlank()) {
            request.header("X-API-KEY", key);
        }
        try {
            var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                LOG.warn("The register of persons answered {}", answer.statusCode());
                return Optional.empty();
            }
            return Optional.of(json.readTree(answer.body()));
        } catch (IOException | JacksonException noAnswer) {
            LOG.warn(
                    "The register of persons has no answer: {}",
                    noAnswer.getClass().getSimpleName());
            return Optional.empty();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static Optional<Person> person(JsonNode person) {
        var name = person.path("naam").path("volledigeNaam").asString("");
        var born = day(person.path("geboorte").path("datum"));
        var lines = Stream.of("adresregel1", "adresregel2", "adresregel3")
                .map(line -> person.path("adressering").path(line).asString(""))
                .filter(line -> !line.isBlank())
                .toList();
        if (name.isBlank() || born.isEmpty() || lines.isEmpty()) {
            return Optional.empty();
        }
        var address = new ArrayList<String>();
        address.add(
                person.path("adressering").path("aanschrijfwijze").path("naam").asString(name));
        address.addAll(lines);
        return Optional.of(new Person(
                name,
                born.get(),
                List.copyOf(address),
                person.path("geheimhoudingPersoonsgegevens").asBoolean(false),
                day(person.path("overlijden").path("datum"))));
    }

    private static Optional<LocalDate> day(JsonNode date) {
        return Optional.of(date.path("datum").asString(""))
                .filter(text -> !text.isBlank())
                .map(LocalDate::parse);
    }
}
