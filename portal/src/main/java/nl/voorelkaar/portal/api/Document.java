package nl.voorelkaar.portal.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import nl.voorelkaar.portal.access.HouseSettings;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What the generated document says beside the operations: how to sign in, what a problem looks like, what is always
 * there.
 */
@Configuration(proxyBeanMethods = false)
class Document {

    private static final String TOKEN = "token";
    private static final String PROBLEM = "Probleem";

    @Bean
    OpenAPI openApi(HouseSettings settings, @Value("${voorelkaar.identity.issuer}") String issuer) {
        return new OpenAPI()
                .info(new Info()
                        .title("Voor Elkaar, " + settings.municipality().name())
                        .version("1"))
                .addServersItem(new io.swagger.v3.oas.models.servers.Server()
                        .url(settings.publicUrl().toString()))
                .components(new Components()
                        .addSecuritySchemes(
                                TOKEN,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.OPENIDCONNECT)
                                        .openIdConnectUrl(issuer + "/.well-known/openid-configuration")))
                .addSecurityItem(new SecurityRequirement().addList(TOKEN));
    }

    @Bean
    OpenApiCustomizer whatIsAlwaysThere() {
        return document -> {
            document.getComponents().addSchemas(PROBLEM, problem());
            Arrays.stream(Forms.class.getDeclaredClasses())
                    .filter(Class::isRecord)
                    .forEach(form -> required(document, form));
            document.getPaths().values().stream()
                    .flatMap(path -> path.readOperations().stream())
                    .forEach(Document::canFail);
        };
    }

    private static Schema<?> problem() {
        return new ObjectSchema()
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema())
                .addProperty("code", new StringSchema())
                .addProperty("reason", new StringSchema())
                .addProperty("field", new StringSchema())
                .addProperty("instance", new StringSchema())
                .required(List.of("title", "status", "code"));
    }

    private static void required(OpenAPI document, Class<?> form) {
        var name = form.getAnnotation(io.swagger.v3.oas.annotations.media.Schema.class)
                .name();
        var schema = document.getComponents().getSchemas().get(name);
        if (schema != null) {
            schema.setRequired(Arrays.stream(form.getRecordComponents())
                    .filter(part -> part.getAnnotatedType().getAnnotation(Nullable.class) == null)
                    .map(Document::name)
                    .toList());
        }
    }

    private static String name(RecordComponent part) {
        var said = part.getAccessor().getAnnotation(JsonProperty.class);
        return said == null ? part.getName() : said.value();
    }

    /** What has a version can be the same as what was read before. */
    private static final Set<String> HAS_VERSION = Set.of("gegeven", "mijnGegeven");

    private static final Set<String> HAS_FILE = Set.of("bestand", "mijnBestand");

    private static void canFail(Operation operation) {
        if (HAS_VERSION.contains(operation.getOperationId())) {
            operation.getResponses().addApiResponse("304", new ApiResponse().description("Niet gewijzigd"));
        }
        if (HAS_FILE.contains(operation.getOperationId())) {
            var bytes = new Content().addMediaType("*/*", new MediaType().schema(new StringSchema().format("binary")));
            operation.getResponses().get("200").content(bytes);
            operation
                    .getResponses()
                    .addApiResponse(
                            "206", new ApiResponse().description("Een deel").content(bytes));
        }
        var problem = new Schema<>().$ref("#/components/schemas/" + PROBLEM);
        operation
                .getResponses()
                .setDefault(new ApiResponse()
                        .description("Het ging niet")
                        .content(new Content()
                                .addMediaType("application/problem+json", new MediaType().schema(problem))));
    }
}
