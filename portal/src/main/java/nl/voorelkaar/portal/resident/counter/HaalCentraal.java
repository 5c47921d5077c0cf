package nl.voorelkaar.portal.resident.counter;

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
import nl.voorelkaar.consent.Face;
import nl.voorelkaar.dossier.Bsn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Haal Centraal BRP Personen 2: asks for the fields of an envelope and no other. A date of birth of which the day is not known
 * is no answer: then a person has to look.
 */
@Component
@Face.OnResident
class HaalCentraal implements PersonsRegister {

    private static final Logger LOG = LoggerFactory.getLogger(HaalCentraal.class);
    private static final Duration TO_ASK = Duration.ofSeconds(5);
    private static final List<String> FIELDS = List.of("naam.volledigeNaam", "geboorte.datum", "adressering");

    private final String url;
    private final String key;
    private final JsonMapper json = JsonMapper.builder().build();
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(TO_ASK)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    HaalCentraal(@Value("${voorelkaar.brp.url}") String url, @Value("${voorelkaar.brp.key:}") String key) {
        this.url = url;
        this.key = key;
    }

    @Override
    public Optional<Person> find(Bsn bsn) {
        var body = json.writeValueAsString(Map.of(
                "type",
                "RaadpleegMetBurgerservicenummer",
                "burgerservicenummer",
                List.of(bsn.revealDigits()),
                "fields",
                FIELDS));
        var asked = HttpRequest.newBuilder(URI.create(url + "/personen"))
                .timeout(TO_ASK)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (!key.isBlank()) {
            asked.header("X-API-KEY", key);
        }
        try {
            var answer = http.send(asked.build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                LOG.warn("The register of persons answered {}", answer.statusCode());
                return Optional.empty();
            }
            return person(json.readTree(answer.body()).path("personen").path(0));
        } catch (IOException | JacksonException | DateTimeException noAnswer) {
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
        var born = person.path("geboorte").path("datum").path("datum").asString("");
        var lines = Stream.of("adresregel1", "adresregel2", "adresregel3")
                .map(line -> person.path("adressering").path(line).asString(""))
                .filter(line -> !line.isBlank())
                .toList();
        if (name.isBlank() || born.isBlank() || lines.isEmpty()) {
            return Optional.empty();
        }
        var address = new ArrayList<String>();
        address.add(
                person.path("adressering").path("aanschrijfwijze").path("naam").asString(name));
        address.addAll(lines);
        return Optional.of(new Person(name, LocalDate.parse(born), List.copyOf(address)));
    }
}
