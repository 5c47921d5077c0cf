package nl.voorelkaar.drill.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import nl.voorelkaar.drill.site.Site;

/** Somebody's program, for somebody who signed in: one request at a time, each written down. */
final class Caller {

    /** Shorter than it is good for, as a careful program has it. */
    private static final Duration TOKEN = Duration.ofMinutes(3);

    /** Longer than it may take until somebody else serves. */
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final Tokens tokens;
    private final Account account;
    private final String face;
    private final String base;
    private final String issuer;
    private final String program;
    private final String persona;
    private final Clock clock;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private String token;
    private Instant renewAt;

    private Caller(
            Site<?> site, Account account, String face, String base, String issuer, String program, String persona)
            throws IOException {
        this.tokens = new Tokens(site);
        this.clock = site.standIn().clock();
        this.account = account;
        this.face = face;
        this.base = base;
        this.issuer = issuer;
        this.program = program;
        this.persona = persona;
        this.token = signIn();
        this.renewAt = clock.instant().plus(TOKEN);
    }

    static Caller professional(Site<?> site, Account account, String persona) throws IOException {
        return new Caller(
                site, account, "workspace", site.workspace(), site.standIn().staffIssuer(), "zorgplan", persona);
    }

    static Caller resident(Site<?> site, Account account, String persona) throws IOException {
        return new Caller(
                site, account, "resident", site.residents(), site.standIn().residentIssuer(), "kluis", persona);
    }

    /** @param asked by the product's clock, as {@code answered} is */
    record Answer(String body, Instant asked, Instant answered) {}

    /** @return empty when there was no good answer, which is written down by name */
    Optional<Answer> get(String path) {
        return send("GET " + shape(path), HttpRequest.newBuilder(URI.create(base + path)));
    }

    /** Of the answer, whatever it is; 0: none came. */
    int status(String path) {
        try {
            renewInTime();
            return send(HttpRequest.newBuilder(URI.create(base + path))).statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    /** @param key with which it may be repeated */
    Optional<Answer> post(String path, String key, String body) {
        return send(
                "POST " + shape(path),
                HttpRequest.newBuilder(URI.create(base + path))
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", key)
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private Optional<Answer> send(String what, HttpRequest.Builder request) {
        var asked = Instant.now();
        var askedByClock = clock.instant();
        try {
            if (renewInTime()) {
                askedByClock = clock.instant();
            }
            var answer = send(request);
            var now = Instant.now();
            if (answer.statusCode() / 100 == 2) {
                account.answered(face, now);
                return Optional.of(new Answer(answer.body(), askedByClock, clock.instant()));
            }
            account.failed(face, what, "status " + answer.statusCode(), asked, now);
            if (Account.isOfMachines(answer.body())) {
                account.unkind(what + ", status " + answer.statusCode());
            }
        } catch (IOException e) {
            account.failed(face, what, e.getClass().getSimpleName(), asked, Instant.now());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }

    private boolean renewInTime() {
        if (!clock.instant().isAfter(renewAt)) {
            return false;
        }
        token = signIn();
        renewAt = clock.instant().plus(TOKEN);
        return true;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(
                request.copy()
                        .setHeader("Authorization", "Bearer " + token)
                        .timeout(PATIENCE)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private String signIn() {
        try {
            return tokens.of(issuer, program, persona);
        } catch (IOException e) {
            throw new IllegalStateException(persona + " cannot sign in", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Without what tells one dossier from another. */
    private static String shape(String path) {
        return path.replaceAll("\\?.*", "").replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "…");
    }
}
