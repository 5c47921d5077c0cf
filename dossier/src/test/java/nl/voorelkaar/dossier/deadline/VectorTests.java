package nl.voorelkaar.dossier.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import nl.devservices.identity.Personas;
import nl.voorelkaar.consent.Ages;
import nl.voorelkaar.dossier.Bsn;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every vector of {@code domain_vectors.json} (its provenance is in the file). */
class VectorTests {

    private static final Deadlines DEADLINES = Deadlines.usual();
    private static final JsonNode VECTORS = vectors();

    @TestFactory
    Stream<DynamicTest> everyWorkedExampleComesOut() {
        return VECTORS.path("deadlines")
                .valueStream()
                .map(vector -> DynamicTest.dynamicTest(
                        vector.path("id").asString() + " " + vector.path("rule").asString(), () -> check(vector)));
    }

    @Test
    void everyHolidayOfTheTableIsFreeAndNoOtherDayOfTheWeekIs() {
        var expected = new HashSet<LocalDate>();
        VECTORS.path("gelijkgesteld_KB").forEach(day -> expected.add(LocalDate.parse(day.asString())));
        VECTORS.path("feestdagen")
                .forEach(year -> year.propertyNames().forEach(day -> expected.add(LocalDate.parse(day))));
        var found = new HashSet<LocalDate>();
        LocalDate.of(2025, 1, 1)
                .datesUntil(LocalDate.of(2033, 1, 1))
                .forEach(day -> DEADLINES
                        .freeDays()
                        .on(day)
                        .filter(free -> free.name() != FreeDay.Name.SATURDAY && free.name() != FreeDay.Name.SUNDAY)
                        .ifPresent(free -> found.add(free.day())));
        assertThat(found)
                .containsExactlyInAnyOrderElementsOf(
                        expected.stream().filter(day -> day.getYear() >= 2025).toList());
        assertThat(expected).allMatch(DEADLINES.freeDays()::free);
    }

    @Test
    void everyBsnOfTheTableIsOneOrIsNone() {
        assertThat(VECTORS.path("bsn").path("valid"))
                .isNotEmpty()
                .allSatisfy(
                        bsn -> assertThat(Bsn.of(bsn.asString()).revealDigits()).endsWith(bsn.asString()));
        assertThat(VECTORS.path("bsn").path("invalid"))
                .isNotEmpty()
                .allSatisfy(text -> assertThatIllegalArgumentException().isThrownBy(() -> Bsn.of(text.asString())));
    }

    @Test
    void thePersonasAreThoseOfTheLocalEnvironmentAndAsOldAsTheySay() {
        var today = OffsetDateTime.parse(VECTORS.path("clock").asString()).toLocalDate();
        var there = Stream.concat(Personas.residents().stream(), Personas.staff().stream())
                .map(persona ->
                        List.of(persona.id(), persona.name(), persona.born().toString(), persona.bsn()))
                .toList();
        assertThat(VECTORS.path("personas")).isNotEmpty().allSatisfy(persona -> {
            var born = LocalDate.parse(persona.path("born").asString());
            var age = persona.path("ageAtClock").asInt();
            assertThat(Ages.reached(born, age, today)).isTrue();
            assertThat(Ages.reached(born, age + 1, today)).isFalse();
            assertThat(Bsn.of(persona.path("bsn").asString())).isNotNull();
            assertThat(there)
                    .contains(List.of(
                            persona.path("id").asString(),
                            persona.path("name").asString(),
                            born.toString(),
                            persona.path("bsn").asString()));
        });
    }

    @Test
    void nothingInTheFileIsLeftUntried() {
        assertThat(VECTORS.propertyNames())
                .containsExactlyInAnyOrder(
                        "provenance", "clock", "deadlines", "bsn", "personas", "feestdagen", "gelijkgesteld_KB");
    }

    private static void check(JsonNode vector) {
        var rule = vector.path("rule").asString();
        if (rule.equals("dwangsom EUR")) {
            var days = vector.path("input").path("dagen").asInt();
            assertThat(DEADLINES.rates().over(LocalDate.of(2026, 6, 18), days))
                    .isEqualByComparingTo(
                            BigDecimal.valueOf(vector.path("expected").asInt()));
            return;
        }
        assertThat(outcome(rule, inputs(vector)))
                .isEqualTo(LocalDate.parse(vector.path("expected").asString()));
    }

    private static LocalDate outcome(String rule, List<LocalDate> in) {
        return switch (rule) {
            case "bezwaartermijn 6w (Awb 6:7,6:8 + ATW)" -> last(Facts.of(Rule.OBJECTION, in.getFirst()));
            case "post: uiterste ontvangst (6:9 lid 2)" -> last(Facts.of(Rule.POST, in.getFirst()));
            case "BoB 6w (7:10)", "BoB 6w" -> last(Facts.of(Rule.DECISION_ON_OBJECTION, in.getFirst()));
            case "BoB 6w + verdagen 6w" ->
                last(Facts.of(Rule.DECISION_ON_OBJECTION, in.getFirst()).extended());
            case "BoB 12w commissie" ->
                last(Facts.of(Rule.DECISION_ON_OBJECTION, in.getFirst()).withAdvice());
            case "BoB 12w + verdagen 6w (raw base)" ->
                last(Facts.of(Rule.DECISION_ON_OBJECTION, in.getFirst())
                        .withAdvice()
                        .extended());
            case "BoB 6w + opschorting" ->
                last(Facts.of(Rule.DECISION_ON_OBJECTION, in.getFirst())
                        .suspended(Suspension.asked(in.get(1), in.get(2))));
            case "persoonlijk plan 7d" -> last(Facts.of(Rule.OWN_PLAN, in.getFirst()));
            case "onderzoek 6w" -> last(Facts.of(Rule.INQUIRY, in.getFirst()));
            case "Wmo beslistermijn 2w" -> last(Facts.of(Rule.WMO_DECISION, in.getFirst()));
            case "Wmo 2w + opschorting 4:15" ->
                last(Facts.of(Rule.WMO_DECISION, in.getFirst()).suspended(Suspension.asked(in.get(1), in.get(2))));
            case "beslistermijn 8w (4:13)" -> last(Facts.of(Rule.DECISION_8_WEEKS, in.getFirst()));
            case "buiten behandeling 4w (4:5 lid 4)" -> last(Facts.of(Rule.NOT_PROCESSED, in.getFirst()));
            case "eerste dwangsomdag" -> {
                var term = DEADLINES.of(Rule.WMO_DECISION, in.getFirst().minusWeeks(2));
                assertThat(term.lastDay()).isEqualTo(in.getFirst());
                assertThat(DEADLINES.defaultNotice(term, in.get(1))).isInstanceOf(DefaultNotice.Valid.class);
                yield DEADLINES.penalty(in.get(1)).firstDay();
            }
            case "dwangsomdag 42" -> {
                var penalty = DEADLINES.penalty(in.getFirst().minusDays(15));
                assertThat(penalty.firstDay()).isEqualTo(in.getFirst());
                yield penalty.lastDay();
            }
            case "klacht 4w" -> last(Facts.of(Rule.COMPLAINT_REFUSED, in.getFirst()));
            case "klacht 6w" -> last(Facts.of(Rule.COMPLAINT, in.getFirst()));
            case "klacht 10w" -> {
                assertThat(last(Facts.of(Rule.COMPLAINT, in.getFirst()).extended()))
                        .isEqualTo(last(Facts.of(Rule.COMPLAINT, in.getFirst()).withAdvice()));
                yield last(Facts.of(Rule.COMPLAINT, in.getFirst()).withAdvice());
            }
            case "klacht 14w" ->
                last(Facts.of(Rule.COMPLAINT, in.getFirst()).withAdvice().extended());
            case "3 dagen (ATW 2)" -> last(Facts.of(Rule.OTHER, in.getFirst()).lasting(3));
            case "3 maanden (Wmo 5.3.5)" -> last(Facts.of(Rule.ERASURE, in.getFirst()));
            case "1 maand (AVG 12)" -> last(Facts.of(Rule.ACCESS, in.getFirst()));
            case "bedenktermijn 14d" -> last(Facts.of(Rule.COOLING_OFF, in.getFirst()));
            default -> throw new AssertionError("no rule for " + rule);
        };
    }

    private static LocalDate last(Facts facts) {
        return DEADLINES.of(facts).lastDay();
    }

    private static List<LocalDate> inputs(JsonNode vector) {
        var days = new ArrayList<LocalDate>();
        vector.path("input").forEach(day -> days.add(LocalDate.parse(day.asString())));
        return days;
    }

    private static JsonNode vectors() {
        try (var stream = VectorTests.class.getResourceAsStream("domain_vectors.json")) {
            return JsonMapper.builder().build().readTree(stream);
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
    }
}
