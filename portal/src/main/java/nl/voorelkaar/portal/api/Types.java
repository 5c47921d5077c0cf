package nl.voorelkaar.portal.api;

import io.swagger.v3.oas.models.media.Schema;
import java.util.List;
import java.util.Set;

/** Types in the document as OpenAPI 3.1 has them: a list, of which ours are always one. */
final class Types {

    private Types() {}

    static Schema<Object> typed(String type) {
        return new Schema<>().type(type).types(Set.of(type));
    }

    static Schema<Object> text() {
        return typed("string");
    }

    static Schema<Object> text(String format) {
        return text().format(format);
    }

    static Schema<Object> oneOf(List<String> values) {
        var schema = text();
        schema.setEnum(List.copyOf(values));
        return schema;
    }

    static Schema<Object> object() {
        return typed("object");
    }
}
