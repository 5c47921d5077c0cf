package nl.voorelkaar.dossier.bag;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The JSON of an archive, as {@code src/docs/dossier-archive.schema.json} publishes it. Kept for years by people at
 * home: a field never changes its name or its meaning.
 */
final class BagJson {

    static final String FORMAT = "voorelkaar-dossier/1";

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private BagJson() {}

    /** {@code data/dossier.json}. */
    record About(
            String format,
            UUID id,
            Instant made,
            String municipality,
            String name,
            LocalDate born,
            List<String> sections) {

        About {
            required(format, id, made, municipality, name, born);
            sections = List.copyOf(sections);
        }

        @Override
        public String toString() {
            return "About[" + id + "]";
        }
    }

    /**
     * {@code data/entries/<id>.json}.
     *
     * @param versions oldest first
     * @param beside what the resident says beside it; absent when nothing
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record EntryFile(
            UUID id,
            Instant createdAt,
            List<VersionFile> versions,
            @Nullable List<Beside> beside) {

        EntryFile {
            required(id, createdAt);
            versions = List.copyOf(versions);
        }
    }

    record Beside(String text, Instant at) {

        Beside {
            required(text, at);
        }

        @Override
        public String toString() {
            return "Beside";
        }
    }

    /** @param by absent when the resident wrote it */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record VersionFile(
            int version,
            String section,
            String title,
            String text,
            LocalDate date,
            Instant writtenAt,
            boolean apart,
            @Nullable By by,
            @Nullable FileRef document) {

        VersionFile {
            required(section, title, text, date, writtenAt);
        }

        @Override
        public String toString() {
            return "VersionFile[" + version + "]";
        }
    }

    /** @param party absent for who wrote for the resident */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record By(String name, @Nullable UUID party) {

        By {
            required(name);
        }

        @Override
        public String toString() {
            return "By";
        }
    }

    /** @param path within the bag */
    record FileRef(String path, String name, String mediaType, long size) {

        FileRef {
            required(path, name, mediaType);
        }

        @Override
        public String toString() {
            return "FileRef";
        }
    }

    /** The reader of JSON knows no such thing as a field that must be there and may not be null. */
    private static void required(@Nullable Object... values) {
        for (var value : values) {
            Objects.requireNonNull(value);
        }
    }

    static byte[] bytes(Object value) {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(value);
    }

    /** What {@code data/dossier.json} says that it is; empty when it says nothing. */
    static String format(InputStream content) {
        return read(content, JsonNode.class).path("format").asString("");
    }

    /** @throws BagRefused when it is not what the schema says */
    static <T> T read(InputStream content, Class<T> type) {
        try {
            var value = JSON.readValue(content, type);
            if (value == null) {
                throw new BagRefused(BagRefused.Reason.NOT_UNDERSTOOD);
            }
            return value;
        } catch (JacksonException e) {
            throw new BagRefused(BagRefused.Reason.NOT_UNDERSTOOD);
        }
    }
}
