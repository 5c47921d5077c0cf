package nl.voorelkaar.dossier.bag;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.dossier.entry.CarriedEntries;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PublishedSchemaTests {

    private final JsonNode schema = JsonMapper.builder()
            .build()
            .readTree(
                    Path.of("..", "src", "docs", "dossier-archive.schema.json").toFile())
            .get("$defs");

    @Test
    void theSchemaSaysWhatIsWritten() {
        for (var type : List.of(
                BagJson.About.class,
                BagJson.EntryFile.class,
                BagJson.VersionFile.class,
                BagJson.By.class,
                BagJson.FileRef.class)) {
            var said = schema.get(type.getSimpleName());
            assertThat(said.get("properties").propertyNames())
                    .as(type.getSimpleName())
                    .containsExactlyElementsOf(Arrays.stream(type.getRecordComponents())
                            .map(RecordComponent::getName)
                            .toList());
        }
        assertThat(schema.at("/About/properties/format/const").asString()).isEqualTo(BagJson.FORMAT);
        assertThat(schema.at("/EntryFile/properties/versions/maxItems").asInt())
                .isEqualTo(CarriedEntries.MOST_VERSIONS);
    }

    @Test
    void theSchemaNamesEverySection() {
        assertThat(StreamSupport.stream(schema.at("/Section/enum").spliterator(), false)
                        .map(JsonNode::asString))
                .containsExactly(
                        Arrays.stream(Section.values()).map(Section::code).toArray(String[]::new));
    }
}
