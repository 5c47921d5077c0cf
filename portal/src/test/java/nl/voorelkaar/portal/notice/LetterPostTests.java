package nl.voorelkaar.portal.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import nl.voorelkaar.portal.access.House;
import org.junit.jupiter.api.Test;

/** Letters go to the stand-in of the post over HTTP, as they would go to the real one. */
class LetterPostTests {

    private static final byte[] PDF = "%PDF-1.7 een brief".getBytes(StandardCharsets.US_ASCII);

    private final House house = House.running();
    private final LetterPost post = house.workspace.getBean(LetterPost.class);

    @Test
    void aLetterArrivesAsItWasPrintedAndOnceForEachReference() throws Exception {
        var before = letters();
        var reference = UUID.randomUUID();

        var id = post.send(reference, PDF);

        assertThat(post.send(reference, PDF)).as("asked again").isEqualTo(id);
        assertThat(letters()).isEqualTo(before + 1);
        assertThat(post.state(id)).isEqualTo(LetterPost.State.ON_ITS_WAY);
        var shown = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(at("/post/" + id + "/brief.pdf")).build(),
                        HttpResponse.BodyHandlers.ofByteArray());
        assertThat(shown.body()).isEqualTo(PDF);
    }

    @Test
    void aLetterThatCameBackIsToldSo() throws Exception {
        var id = post.send(UUID.randomUUID(), PDF);
        HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(at("/post/" + id + "/status"))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString("status=returned-letter"))
                                .build(),
                        HttpResponse.BodyHandlers.discarding());
        assertThat(post.state(id)).isEqualTo(LetterPost.State.RETURNED);
    }

    @Test
    void whatIsNoLetterIsNotTakenAndWhatIsNotKnownIsUnknown() {
        assertThatExceptionOfType(LetterPost.NotTaken.class)
                .isThrownBy(() -> post.send(UUID.randomUUID(), new byte[] {1, 2, 3}));
        assertThat(post.state("../../post")).isEqualTo(LetterPost.State.UNKNOWN);
        assertThat(post.state(UUID.randomUUID().toString())).isEqualTo(LetterPost.State.UNKNOWN);
    }

    @Test
    void aPostThatIsAwayIsSaidToBeAway() {
        var nobody = new NotifyLetters(URI.create("http://localhost:1"), "", house.clock());
        assertThatExceptionOfType(LetterPost.NotTaken.class).isThrownBy(() -> nobody.send(UUID.randomUUID(), PDF));
        assertThat(nobody.state("1")).isEqualTo(LetterPost.State.UNKNOWN);
    }

    private long letters() {
        return house.standIn.mailbox().all().stream()
                .filter(message -> message.kind() == nl.devservices.mailbox.Message.Kind.letter)
                .count();
    }

    private URI at(String path) {
        return URI.create(house.standIn.address() + path);
    }
}
