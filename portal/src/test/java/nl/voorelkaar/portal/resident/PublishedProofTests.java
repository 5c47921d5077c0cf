package nl.voorelkaar.portal.resident;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import nl.voorelkaar.portal.access.House;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The log for everybody, through the real filters. Log 200 is of this test alone. */
class PublishedProofTests {

    private final House house = House.running();
    private final HttpClient http = HttpClient.newHttpClient();

    private HttpResponse<byte[]> get(String address) {
        try {
            return http.send(
                    HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpResponse<byte[]> published(String path) {
        return get(house.residentFace() + "/bewijs" + path);
    }

    private void tile(int level) {
        JdbcClient.create(house.databases.superuser())
                .sql("""
                        INSERT INTO consent.log_tile (log_id, level, number, hashes) VALUES (200, :level, 1234, :hashes)
                        ON CONFLICT DO NOTHING""")
                .param("level", level)
                .param("hashes", new byte[64])
                .update();
    }

    @Test
    void aTileIsGivenToAnybodyAndMayBeKeptForEver() {
        tile(0);

        var answer = published("/200/tile/0/x001/234.p/2");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).hasSize(64);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/octet-stream");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("max-age=31536000, public, immutable");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(published("/200/tile/0/x001/234.p/1").body()).hasSize(32);
    }

    @Test
    void anEntryHasItsLengthInFront() {
        tile(-1);

        assertThat(published("/200/tile/entries/x001/234.p/2").body())
                .hasSize(68)
                .startsWith(0, 32)
                .contains((byte) 32, org.assertj.core.data.Index.atIndex(35));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/checkpoint/..",
                "/200/tile/0/x001/234",
                "/200/tile/0/x001/234.p/3",
                "/200/tile/0/x001/234.p/256",
                "/200/tile/00/x001/234.p/1",
                "/200/tile/0/1234.p/1",
                "/200/tile/-1/x001/234.p/1",
                "/0/tile/0/x001/234.p/1",
                "/201/checkpoint"
            })
    void whatIsNotThereIsNotThere(String path) {
        tile(0);

        assertThat(published(path).statusCode()).isIn(400, 404);
    }

    @Test
    void theKeysAreToldAndTheOtherFaceTellsNothing() {
        assertThat(published("/sleutels").statusCode()).isEqualTo(200);
        assertThat(new String(published("/sleutels").body())).startsWith("{").contains("\"logs\"", "\"witnesses\"");
        assertThat(get(house.workspaceFace() + "/bewijs/sleutels").statusCode()).isEqualTo(404);
        assertThat(get(house.workspaceFace() + "/actuator/health/sealing").statusCode())
                .isEqualTo(200);
    }
}
