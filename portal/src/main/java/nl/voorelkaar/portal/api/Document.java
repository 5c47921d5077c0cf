package nl.voorelkaar.portal.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Set;
import nl.voorelkaar.consent.Face;
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
    OpenApiCustomizer whatIsAlwaysThere(HouseSettings settings) {
        return document -> {
            Failures.schema().forEach(document.getComponents()::addSchemas);
            if (settings.face() == Face.WORKSPACE) {
                Announcements.describe(document);
            }
            Arrays.stream(Forms.class.getDeclaredClasses())
                    .filter(Class::isRecord)
                    .forEach(form -> required(document, form));
            document.getPaths().values().stream()
                    .flatMap(path -> path.readOperations().stream())
                    .forEach(Document::complete);
        };
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

    private static void complete(Operation operation) {
        if (HAS_VERSION.contains(operation.getOperationId())) {
            operation.getResponses().addApiResponse("304", new ApiResponse().description("Niet gewijzigd"));
        }
        if (HAS_FILE.contains(operation.getOperationId())) {
            var bytes = new Content().addMediaType("*/*", new MediaType().schema(Types.text("binary")));
            operation.getResponses().get("200").content(bytes);
            operation
                    .getResponses()
                    .addApiResponse(
                            "206", new ApiResponse().description("Een deel").content(bytes));
        }
        Failures.describe(operation);
    }
}
