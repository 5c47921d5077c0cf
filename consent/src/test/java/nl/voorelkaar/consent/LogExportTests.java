package nl.voorelkaar.consent;

import static nl.voorelkaar.consent.Section.GELD;
import static nl.voorelkaar.consent.Section.VERHAAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LogExportTests extends Situation {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Autowired
    private LogExport export;

    private final List<String> nen = new ArrayList<>();
    private final List<String> logboek = new ArrayList<>();

    private int on(LocalDate day) {
        return export.write(resident, day, day, nen::add, logboek::add);
    }

    private static List<JsonNode> read(List<String> lines) {
        return lines.stream().map(JSON::readTree).toList();
    }

    @Test
    void tellsWhoLookedAtWhatOnWhichGroundAndThatItWasToldIsInTheLog() {
        var anouk = professional(Role.GSP);
        var grant = given(anouk, read(VERHAAL));
        workspace(() -> gate.require(anouk, Access.read(resident, VERHAAL)));
        assertThatThrownBy(() -> workspace(() -> gate.require(anouk, Access.read(resident, GELD))))
                .isInstanceOf(AccessRefused.class);

        var count = on(CalendarDays.dayOf(clock.instant()));

        assertThat(nen).hasSize(count);
        var looked = read(nen).stream()
                .filter(event -> event.at("/subtype/0/code").asString().equals("READ"))
                .toList();
        assertThat(looked).hasSize(2).allSatisfy(event -> {
            assertThat(event.get("resourceType").asString()).isEqualTo("AuditEvent");
            assertThat(event.get("action").asString()).isEqualTo("R");
            assertThat(event.at("/agent/0/requestor").asBoolean()).isTrue();
            assertThat(event.at("/agent/0/who/display").asString()).isEqualTo("Anouk Meijer");
            assertThat(event.at("/agent/0/role/0/coding/0/code").asString()).isEqualTo("GSP");
            assertThat(event.at("/entity/0/what/identifier/value").asString()).isEqualTo(resident.toString());
            assertThat(event.at("/source/observer").isObject()).isTrue();
        });
        assertThat(looked).extracting(event -> event.get("outcome").asString()).containsExactlyInAnyOrder("0", "4");
        assertThat(looked)
                .filteredOn(event -> event.get("outcome").asString().equals("0"))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.at("/purposeOfEvent/0/coding/0/code").asString())
                            .isEqualTo("TOESTEMMING");
                    assertThat(event.at("/agent/0/policy/0").asString())
                            .endsWith(grant.id().toString());
                    assertThat(event.at("/entity/1/what/identifier/value").asString())
                            .isEqualTo("verhaal");
                });
        assertThat(log(LedgerEvent.Kind.EXPORTED))
                .singleElement()
                .satisfies(line -> assertThat(line.details()).containsEntry("what", "ACCOUNT"));
    }

    @Test
    void theRecordOfProcessingNamesNobody() {
        var anouk = professional(Role.GSP);
        given(anouk, read(VERHAAL));

        on(CalendarDays.dayOf(clock.instant()));

        assertThat(String.join("\n", logboek))
                .doesNotContain("Anouk")
                .doesNotContain(anouk.id().toString())
                .doesNotContain(resident.toString());
        assertThat(read(logboek)).allSatisfy(record -> {
            assertThat(record.get("trace_id").asString()).matches("[0-9a-f]{32}");
            assertThat(record.get("operation_id").asString()).matches("[0-9a-f]{16}");
            assertThat(record.get("status_code").asInt()).isEqualTo(1);
            assertThat(record.get("attributes").get("dpl.core.data_subject_id").asString())
                    .matches("[0-9a-f]{64}");
            assertThat(record.get("attributes").has("dpl.core.processing_activity_id"))
                    .isTrue();
        });
    }

    @Test
    void anotherDayIsNotInIt() {
        given(professional(Role.GSP));

        assertThat(on(CalendarDays.dayOf(clock.instant()).minusDays(1))).isZero();
    }
}
