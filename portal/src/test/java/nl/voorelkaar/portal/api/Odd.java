package nl.voorelkaar.portal.api;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Requests as nobody should send them, made from the document: the right operation with values of the right or the
 * wrong kind, so that they come far; and now and then the wrong operation altogether.
 */
final class Odd {

    private static final List<String> METHODS =
            List.of("GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "HEAD", "TRACE", "PROPFIND");
    private static final int DEEPEST = 4;

    private final JsonNode document;
    private final Random random;
    private final List<Operation> operations = new ArrayList<>();

    Odd(JsonNode document, Random random) {
        this.document = document;
        this.random = random;
        for (var path : document.get("paths").properties()) {
            for (var operation : path.getValue().properties()) {
                operations.add(new Operation(
                        operation.getKey().toUpperCase(Locale.ROOT), path.getKey(), operation.getValue()));
            }
        }
    }

    private record Operation(String method, String path, JsonNode said) {}

    record Request(String method, String path, Optional<String> body, String[] headers) {

        @Override
        public String toString() {
            var text = method + " " + path + " " + body.orElse("") + " " + List.of(headers);
            return text.substring(0, Math.min(text.length(), 2_000));
        }
    }

    Request request() {
        var operation = pick(operations);
        var headers = new ArrayList<String>();
        var path = new StringBuilder(filled(operation.path()));
        var separator = "?";
        for (var parameter : operation.said().path("parameters")) {
            var name = parameter.get("name").asString();
            if (oneIn(4)) {
                continue;
            }
            switch (parameter.get("in").asString()) {
                case "query" -> {
                    do {
                        path.append(separator).append(name).append('=').append(query(parameter.get("schema")));
                        separator = "&";
                    } while (oneIn(8));
                }
                case "header" -> headers.addAll(List.of(name, header()));
                default -> {}
            }
        }
        if (oneIn(3)) {
            headers.addAll(
                    List.of(pick(List.of("Accept", "Accept-Language", "Range", "If-None-Match", "X-Odd")), header()));
        }
        if (oneIn(12)) {
            headers.addAll(List.of("Content-Type", pick(List.of("text/plain", "application/xml", "a/b;c=\"", "json"))));
        }
        var body = Optional.ofNullable(operation.said().get("requestBody"))
                .filter(said -> !oneIn(12))
                .map(said -> body(said.at("/content/application~1json/schema")))
                .or(() -> oneIn(12) ? Optional.of(value(0)) : Optional.empty());
        var method = oneIn(10) ? pick(METHODS) : operation.method();
        return new Request(method, path.toString(), body, headers.toArray(String[]::new));
    }

    private String filled(String template) {
        var path = oneIn(20) ? template.replaceAll("/[^/]*$", "/" + id()) : template;
        while (path.contains("{")) {
            path = path.replaceFirst("\\{[^}]*}", id());
        }
        return path;
    }

    private String body(JsonNode schema) {
        var text = oneIn(10) ? value(0) : fitting(schema, 0);
        return switch (random.nextInt(20)) {
            case 0 -> text.substring(0, random.nextInt(text.length() + 1));
            case 1 -> "[".repeat(5_000);
            case 2 -> "\uFEFF" + text;
            default -> text;
        };
    }

    /** What the document asks, but for a part here and there. */
    private String fitting(JsonNode schema, int depth) {
        if (schema.has("$ref")) {
            return fitting(document.at(schema.get("$ref").asString().substring(1)), depth);
        }
        if (depth > 0 && oneIn(6)) {
            return value(depth);
        }
        return switch (schema.path("type").asString("")) {
            case "object" ->
                schema.path("properties")
                        .propertyStream()
                        .filter(part -> !oneIn(8))
                        .map(part -> "\"" + part.getKey() + "\":" + fitting(part.getValue(), depth + 1))
                        .collect(Collectors.joining(",", "{", oneIn(10) ? ",\"erbij\":1}" : "}"));
            case "array" -> "[" + fitting(schema.get("items"), depth + 1) + "]";
            case "string" -> "\"" + string(schema) + "\"";
            case "integer" -> number();
            case "boolean" -> pick(List.of("true", "false"));
            default -> value(depth);
        };
    }

    private String string(JsonNode schema) {
        if (schema.has("enum")) {
            return pick(schema.get("enum").valueStream().map(JsonNode::asString).toList());
        }
        return switch (schema.path("format").asString("")) {
            case "date" -> oneIn(2) ? "2026-12-01" : day();
            case "uuid" -> id();
            default -> text();
        };
    }

    private String query(JsonNode schema) {
        var plain = schema.path("type").asString("").equals("integer")
                ? number()
                : schema.has("enum") ? string(schema) : text();
        return pick(List.<Supplier<String>>of(
                        () -> plain,
                        () -> URLEncoder.encode(text(), StandardCharsets.UTF_8),
                        () -> "AAAAAAAAAAAAAAAAAAAAAA",
                        () -> URLEncoder.encode(id(), StandardCharsets.UTF_8),
                        () -> ""))
                .get()
                .replaceAll("[^!-~]|[\"<>\\\\^`{|}%](?![0-9A-F]{2})", "%00");
    }

    private String header() {
        return pick(List.of(
                new UUID(random.nextLong(), random.nextLong()).toString(),
                "x".repeat(300),
                "x".repeat(9_000),
                "",
                "\"1\"",
                "W/\"1\", *,,\"",
                "\"99999999999\"",
                "\"-1\"",
                "bytes=0-0,5-,-3,9-1",
                "bytes=99999999999999999999-",
                "bytes=-0",
                "niets/\"\"",
                "text/html",
                "en;q=zeer, *;q=2",
                "\u00e9\u00fc",
                "a%0d%0aSet-Cookie: b=c",
                "${jndi:ldap://a}",
                ","));
    }

    private String value(int depth) {
        return pick(List.<Supplier<String>>of(
                        () -> "null",
                        () -> "true",
                        this::number,
                        () -> "\"" + text() + "\"",
                        () -> "{}",
                        () -> depth < DEEPEST ? "[" + value(depth + 1) + "," + value(depth + 1) + "]" : "[]",
                        () -> depth < DEEPEST ? "{\"\":" + value(depth + 1) + "}" : "{\"a\":1,\"a\":2}",
                        () -> "\"" + day() + "\"",
                        () -> "\"" + id() + "\"",
                        () -> "",
                        () -> "NaN"))
                .get();
    }

    private String text() {
        return pick(List.of(
                "",
                " ",
                "tien tekens of meer",
                "7KQ4-M2XP",
                "999940028",
                "https://voorbeeld.example/haak",
                "http://[::1]:1/",
                "https://169.254.169.254/",
                "\\u0000\\u0000 met nullen erin",
                "\\ud800 een halve",
                "\\ufffe\\u202e omgekeerd",
                "\uD83D\uDE00\u0301\u0301\u0301",
                "' or 1=1 --",
                "%s%n{0}${x}#{y}",
                "\\r\\nSet-Cookie: a=b",
                "x".repeat(600),
                oneIn(10) ? "x".repeat(200_000) : "x".repeat(11_000)));
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
        return pick(List.of(
                "0",
                "1",
                "-1",
                "-0",
                "50",
                "200",
                "201",
                "2147483648",
                "1e400",
                "1e-9",
                "9223372036854775808",
                "0x10"));
    }

    private String id() {
        return pick(List.of(
                new UUID(random.nextLong(), random.nextLong()).toString(),
                new UUID(random.nextLong(), random.nextLong()).toString(),
                "1-1-1-1-1",
                "openapi",
                "%00",
                "..%2f..",
                "%F0%9F%98%80",
                "%0d%0aSet-Cookie:%20a=b",
                ";jsessionid=1",
                "x".repeat(300)));
    }

    private boolean oneIn(int turns) {
        return random.nextInt(turns) == 0;
    }

    private <T> T pick(List<T> among) {
        return among.get(random.nextInt(among.size()));
    }
}
