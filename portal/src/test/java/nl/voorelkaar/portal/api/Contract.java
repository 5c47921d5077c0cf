package nl.voorelkaar.portal.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Holds every answer against the document that the program made of itself. */
final class Contract {

    private final JsonNode document;
    private final Set<String> met = ConcurrentHashMap.newKeySet();
    private final Set<String> heard = ConcurrentHashMap.newKeySet();

    Contract(JsonNode document) {
        this.document = document;
    }

    /** Operations that were met with success. */
    Set<String> met() {
        return met;
    }

    /** Every operation in the document. */
    Set<String> promised() {
        return operations().map(Operation::id).collect(Collectors.toSet());
    }

    /** @param path with the names of its variables in braces */
    record Operation(String method, String path, String id) {}

    Stream<Operation> operations() {
        return document.get("paths")
                .propertyStream()
                .flatMap(path -> path.getValue()
                        .propertyStream()
                        .map(operation -> new Operation(
                                operation.getKey().toUpperCase(Locale.ROOT),
                                path.getKey(),
                                operation.getValue().get("operationId").asString())));
    }

    /** Kinds of messages that were heard. */
    Set<String> heard() {
        return heard;
    }

    /** Every kind of message in the document. */
    Set<String> announced() {
        return document.path("webhooks").propertyStream().map(Map.Entry::getKey).collect(Collectors.toSet());
    }

    /** A message that a program was sent. */
    void hear(JsonNode message) {
        var type = message.get("type").asString();
        var said = document.get("webhooks").get(type);
        assertThat(said).as("described: %s", type).isNotNull();
        fits(type, said.at("/post/requestBody/content/application~1json/schema"), message);
        heard.add(type);
    }

    /** @param type of the answer, without parameters; empty when it has no body */
    void check(String method, String path, int status, String type, JsonNode body) {
        var operation = operation(method, path);
        var responses = operation.get("responses");
        var response = responses.get(String.valueOf(status));
        assertThat(response)
                .as("%s %s answers %s: %s", method, path, status, body)
                .isNotNull();
        if (status < 400) {
            met.add(operation.get("operationId").asString());
        } else {
            assertThat(response.get("x-codes").valueStream().map(JsonNode::asString))
                    .as("%s %s answers %s", method, path, status)
                    .contains(body.path("code").asString("none"));
        }
        if (type.isEmpty()) {
            assertThat(status).as("%s %s has no body", method, path).isIn(204, 304);
            return;
        }
        if (response.at("/content/*~1*").isObject()) {
            return;
        }
        var schema = response.at("/content/" + type.replace("/", "~1") + "/schema");
        assertThat(schema.isMissingNode())
                .as("%s %s answers %s as %s: %s", method, path, status, type, response)
                .isFalse();
        fits(method + " " + path, schema, body);
    }

    /** Whether this is an operation at all, whatever its variables. */
    boolean has(String method, String path) {
        return find(method, path).isPresent();
    }

    private JsonNode operation(String method, String path) {
        return find(method, path).orElseThrow(() -> new AssertionError("not in the document: " + method + " " + path));
    }

    private Optional<JsonNode> find(String method, String path) {
        for (var template : document.get("paths").properties()) {
            if (path.matches(template.getKey().replaceAll("\\{[^}]*}", "[^/]+"))) {
                var operation = template.getValue().get(method.toLowerCase(Locale.ROOT));
                if (operation != null) {
                    return Optional.of(operation);
                }
            }
        }
        return Optional.empty();
    }

    private void fits(String where, JsonNode schema, JsonNode value) {
        if (schema.has("$ref")) {
            fits(where, document.at(schema.get("$ref").asString().substring(1)), value);
            return;
        }
        switch (schema.get("type").asString()) {
            case "object" -> {
                assertThat(value.isObject()).as(where).isTrue();
                for (var name : schema.path("required")) {
                    assertThat(value.has(name.asString()))
                            .as("%s has %s", where, name)
                            .isTrue();
                }
                for (var part : value.properties()) {
                    var known = schema.path("properties").get(part.getKey());
                    assertThat(known).as("%s knows %s", where, part.getKey()).isNotNull();
                    fits(where + " " + part.getKey(), known, part.getValue());
                }
            }
            case "array" -> {
                assertThat(value.isArray()).as(where).isTrue();
                for (var item : value) {
                    fits(where, schema.get("items"), item);
                }
            }
            case "string" -> text(where, schema, value);
            case "integer" -> assertThat(value.isIntegralNumber()).as(where).isTrue();
            case "boolean" -> assertThat(value.isBoolean()).as(where).isTrue();
            default -> throw new AssertionError(where + " has a type that this does not know: " + schema);
        }
    }

    private static void text(String where, JsonNode schema, JsonNode value) {
        assertThat(value.isString()).as("%s: %s", where, value).isTrue();
        var text = value.asString();
        if (schema.has("enum")) {
            assertThat(schema.get("enum").valueStream().map(JsonNode::asString))
                    .as(where)
                    .contains(text);
        }
        switch (schema.path("format").asString("")) {
            case "uuid" -> assertThat(UUID.fromString(text)).as(where).hasToString(text);
            case "date" -> LocalDate.parse(text);
            case "date-time" -> Instant.parse(text);
            default -> assertThat(text).as(where).isNotNull();
        }
    }
}
