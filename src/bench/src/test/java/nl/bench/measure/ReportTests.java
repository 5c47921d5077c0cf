package nl.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class ReportTests {

    private final Report report = new Report(new Pace(3, 2, true));

    @BeforeEach
    void measured() {
        report.about(Map.of("cores", "2"));
        report.enter("opening");
        add("durable commits (1/s)", 1_000, 2_000, 4_000);
        add("safe opens & more (1/s)", 500, 1_300, 2_000);
        add("waits (ms)", 101, 90, 99);
        report.aim("safe opens & more (1/s)", Aim.atLeast(0.6).times("durable commits (1/s)"));
        report.aim("waits (ms)", Aim.atMost(100));
        report.aim("not measured today (ms)", Aim.atMost(100));
    }

    @Test
    void aPartOfAnotherFigureIsTakenPairByPair() {
        assertThat(report.table())
                .contains("| safe opens & more (1/s) | 1,300 | 500–2,000 | 3 | durable commits (1/s) |"
                        + " 0.5 (0.5–0.65) | ≥ 0.6 × | no |");
    }

    @Test
    void theMedianSaysWhetherATargetWasReached() {
        assertThat(report.table()).contains("| waits (ms) | 99 | 90–101 | 3 |  |  | ≤ 100 | yes |");
    }

    @Test
    void noughtReachesNought() {
        report.add("lost", 0);
        report.aim("lost", Aim.atMost(0));
        assertThat(report.table()).contains("| lost | 0 | 0 | 1 |  |  | ≤ 0 | yes |");
    }

    @Test
    void theFileHasTheMachineAndEveryValue(@TempDir Path folder) throws IOException {
        report.writeTo(folder);
        var json = JsonMapper.builder()
                .build()
                .readTree(folder.resolve("bench.json").toFile());
        assertThat(json.at("/machine/cores").asString()).isEqualTo("2");
        var opens = json.get("figures").get("safe opens & more (1/s)");
        assertThat(opens.get("values")).hasSize(3);
        assertThat(opens.at("/ratio/median").asDouble()).isEqualTo(0.5);
        assertThat(opens.get("reached").asBoolean()).isFalse();
    }

    @Test
    void plotsAreWellFormedAndSayWhatTheyShow(@TempDir Path folder) throws Exception {
        var plots = report.writeTo(folder).stream()
                .filter(file -> file.toString().endsWith(".svg"))
                .toList();
        assertThat(plots).extracting(Path::getFileName).containsExactly(Path.of("opening.svg"), Path.of("targets.svg"));
        for (var plot : plots) {
            var svg = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(Files.newInputStream(plot))
                    .getDocumentElement();
            assertThat(svg.getElementsByTagName("desc").item(0).getTextContent())
                    .contains("safe opens & more (1/s)", "waits (ms)");
        }
    }

    private void add(String name, double... values) {
        for (var value : values) {
            report.add(name, value);
        }
    }
}
