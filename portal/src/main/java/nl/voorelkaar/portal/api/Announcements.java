package nl.voorelkaar.portal.api;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import nl.voorelkaar.portal.hook.HookEvent;

/** Says in the document what programs are told ({@code webhooks} of OpenAPI 3.1), one for each kind of event. */
final class Announcements {

    private Announcements() {}

    static void describe(OpenAPI document) {
        for (var event : HookEvent.values()) {
            var schema = schemaName(event);
            document.getComponents().addSchemas(schema, message(event));
            document.addWebhooks(event.type(), new PathItem().post(operation(event, schema)));
        }
    }

    /** Such as {@code ToegangBegonnen}. */
    private static String schemaName(HookEvent event) {
        return Arrays.stream(event.type().split("\\."))
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
    }

    private static Schema<?> message(HookEvent event) {
        var about =
                Types.object().addProperty(event.about(), Types.text("uuid")).required(List.of(event.about()));
        return Types.object()
                .addProperty("type", Types.oneOf(List.of(event.type())))
                .addProperty("timestamp", Types.text("date-time"))
                .addProperty("data", about)
                .required(List.of("type", "timestamp", "data"));
    }

    private static Operation operation(HookEvent event, String schema) {
        var body = new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + schema));
        return new Operation()
                .operationId("hoor" + schema)
                .summary(event.meaning())
                .tags(List.of("Webhook"))
                .addParametersItem(header("webhook-id", Types.text(), "Bij elke poging dezelfde"))
                .addParametersItem(header("webhook-timestamp", Types.text(), "Van deze poging, in seconden sinds 1970"))
                .addParametersItem(header("webhook-signature", Types.text(), "v1a (Standard Webhooks), met uw sleutel"))
                .requestBody(
                        new RequestBody().required(true).content(new Content().addMediaType("application/json", body)))
                .responses(new ApiResponses()
                        .addApiResponse("2XX", new ApiResponse().description("Gehoord"))
                        .addApiResponse(
                                "410", new ApiResponse().description("Dit adres bestaat niet meer: wij stoppen"))
                        .addApiResponse("default", new ApiResponse().description("Wij proberen het later opnieuw")));
    }

    private static HeaderParameter header(String name, Schema<?> schema, String meaning) {
        var header = new HeaderParameter();
        header.name(name).required(true).schema(schema).description(meaning);
        return header;
    }
}
