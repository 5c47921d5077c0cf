package nl.voorelkaar.portal.api;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;

/** Requests as nobody should send them: half right, so that they come far. */
final class Odd {

    private static final List<String> METHODS = List.of("GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "HEAD");

    private final Random random;

    Odd(Random random) {
        this.random = random;
    }

    record Request(String method, String path, Optional<String> body, String[] headers) {

        @Override
        public String toString() {
            return method + " " + path + " " + body.orElse("") + " " + List.of(headers);
        }
    }

    Request request() {
        var headers = pick(List.of(
                new String[0],
                new String[] {"Idempotency-Key", id()},
                new String[] {"Idempotency-Key", "x".repeat(300)},
                new String[] {"If-Match", text()},
                new String[] {"If-Match", "\"1\"", "If-None-Match", "W/\"1\", *,,\""},
                new String[] {"If-Match", "\"99999999999\""},
                new String[] {"Accept", "text/html"},
                new String[] {"Accept", "niets/\"\""},
                new String[] {"Accept-Language", "en;q=zeer"},
                new String[] {"Idempotency-Key", id(), "Content-Type", "text/plain"}));
        return new Request(
                pick(METHODS), path(), random.nextInt(3) == 0 ? Optional.empty() : Optional.of(body()), headers);
    }

    private String path() {
        var root = pick(List.of(
                "/toegang",
                "/toegang/" + id() + "/gegevens",
                "/toegang/" + id() + "/gegevens/" + id(),
                "/vragen",
                "/vragen/" + id(),
                "/mijn/gegevens",
                "/mijn/gegevens/" + id(),
                "/mijn/gegevens/" + id() + "/bestand",
                "/mijn/toestemmingen",
                "/mijn/logboek",
                "/" + id(),
                ""));
        var query = pick(List.<Supplier<String>>of(
                () -> "",
                () -> "?aantal=" + number(),
                () -> "?na=" + id() + "&aantal=" + number(),
                () -> "?na=AAAAAAAAAAAAAAAAAAAAAA&voor=" + number(),
                () -> "?onderdeel=" + id() + "&onderdeel=WONEN",
                () -> "?onderdeel=WONEN&na=&aantal="));
        return "/api/v1" + root + query.get();
    }

    private String body() {
        return pick(List.<Supplier<String>>of(
                        () -> "",
                        () -> "{",
                        () -> "null",
                        () -> "[]",
                        () -> "\"" + text() + "\"",
                        () -> "[".repeat(5_000),
                        () -> "{\"inwoner\":{\"code\":%s,\"bsn\":%s,\"reden\":%s},".formatted(value(), value(), value())
                                + "\"onderdelen\":%s,\"toevoegen\":%s,".formatted(list(), value())
                                + "\"tot\":%s,\"doel\":%s,\"bijNee\":%s}".formatted(value(), value(), value()),
                        () -> "{\"inwoner\":{\"bsn\":\"999940028\",\"reden\":%s},".formatted(value())
                                + "\"onderdelen\":[\"WONEN\"],\"tot\":\"%s\",".formatted(day())
                                + "\"doel\":\"Dit is een doel.\",\"bijNee\":\"Dan gebeurt er niets.\"}",
                        () -> "{\"inwoner\":{\"code\":\"%s\"},".formatted(text())
                                + "\"onderdelen\":[\"WONEN\"],\"tot\":\"%s\",".formatted(day())
                                + "\"doel\":\"Dit is een doel.\",\"bijNee\":\"Dan gebeurt er niets.\"}",
                        () -> "{\"onderdeel\":%s,\"titel\":%s,\"tekst\":%s,\"datum\":%s}"
                                .formatted(pick(List.of("\"WONEN\"", value())), value(), value(), value()),
                        () -> "{\"onderdeel\":\"WONEN\",\"titel\":\"T\",\"tekst\":\"%s\",\"datum\":\"%s\"}"
                                .formatted(text(), day())))
                .get();
    }

    private String list() {
        return pick(List.of("[null]", "[]", "[\"WONEN\",\"WONEN\"]", "[\"GELD\"]", "[1]", "[\"\"]", value()));
    }

    private String value() {
        return pick(List.of(
                "null", "true", number(), "\"" + text() + "\"", "{}", "[[]]", "\"" + day() + "\"", "\"" + id() + "\""));
    }

    private String text() {
        return pick(List.of(
                "",
                " ",
                "tien tekens of meer",
                "\\u0000\\u0000 met nullen erin",
                "\\ud800 een halve",
                "' or 1=1 --",
                "%s%n{0}",
                "x".repeat(600),
                "x".repeat(20_000)));
    }

    private String day() {
        return pick(List.of(
                "2026-11-01",
                "0000-01-01",
                "-999999999-01-01",
                "+999999999-12-31",
                "2026-02-30",
                "9999-12-31",
                "nooit"));
    }

    private String number() {
        return pick(List.of("0", "1", "-1", "200", "201", "2147483648", "1e400", "9223372036854775807", "NaN", "0x10"));
    }

    private String id() {
        return pick(List.of(
                new UUID(random.nextLong(), random.nextLong()).toString(),
                "1-1-1-1-1",
                "openapi",
                "%00",
                "..%2f..",
                "%F0%9F%98%80",
                "x".repeat(300)));
    }

    private <T> T pick(List<T> among) {
        return among.get(random.nextInt(among.size()));
    }
}
