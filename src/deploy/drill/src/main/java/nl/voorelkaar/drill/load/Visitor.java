package nl.voorelkaar.drill.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;

/** Somebody with a browser who opens the first page. Whatever is wrong, a page for people must come. */
final class Visitor {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Account account;
    private final String face;
    private final String address;

    Visitor(Account account, String face, String address) {
        this.account = account;
        this.face = face;
        this.address = address;
    }

    void look() {
        var asked = Instant.now();
        try {
            var answer = http.send(
                    HttpRequest.newBuilder(URI.create(address + "/"))
                            .header("Accept", "text/html")
                            .timeout(PATIENCE)
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() == 200) {
                account.answered(face, Instant.now());
            } else {
                account.failed(face, "the first page", "status " + answer.statusCode(), asked, Instant.now());
            }
            if (!answer.body().contains("<html") || Account.isOfMachines(answer.body())) {
                account.unkind("the first page, status " + answer.statusCode());
            }
        } catch (IOException e) {
            account.failed(face, "the first page", e.getClass().getSimpleName(), asked, Instant.now());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
