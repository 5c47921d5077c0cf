package nl.voorelkaar.portal.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.voorelkaar.consent.AccessRefused;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.Assertion;
import nl.voorelkaar.consent.AssuranceLevel;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.dossier.vault.KeyBroker;
import nl.voorelkaar.portal.access.Browser;
import nl.voorelkaar.portal.access.House;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroups;
import org.springframework.context.ApplicationContext;

/** Figures and traces of both faces, after all that this run of tests did there. */
class WhatTheOperatorSeesTests {

    /** An identifier, or a BSN. */
    private static final Pattern SOMEBODY =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-|\\b\\d{8,9}\\b", Pattern.CASE_INSENSITIVE);

    private static final Path DEPLOY = Path.of("../src/deploy");
    private static final Pattern FIGURE = Pattern.compile("(voorelkaar|http_server|jvm|hikaricp)(_[a-z]+)+");
    private static final Pattern UNIT = Pattern.compile("(_milliseconds_(count|sum)|_seconds|_bytes)$");

    private final House house = House.running();

    @Test
    void saysHowItGoesAndOfWhomNothing() {
        var resident = new Browser(house.residentFace());
        resident.signIn("/oauth2/authorization/digid", "P01", "substantieel");
        resident.get("/mijn/plan/0198f2f0-1111-7222-8333-444455556666?v-r=init&bsn=999990019");
        resident.get("/bestaat-niet/999990019");

        var traces = told(house.resident);
        var figures = figures(house.resident);

        assertThat(traces).anyMatch(span -> span.contains("uri=screen:init"));
        assertThat(figures).anyMatch(figure -> figure.startsWith("voorelkaar.sessions"));
        for (var word : Stream.of(traces, figures, told(house.workspace), figures(house.workspace))
                .flatMap(List::stream)
                .toList()) {
            assertThat(SOMEBODY.matcher(word).find()).as(word).isFalse();
            assertThat(word).doesNotContain("http://", "Exception:", "@");
        }
    }

    @Test
    void countsWhetherKeysAreReleasedToWhomInKind() {
        var before = refused();

        refusesSomebody();

        assertThat(refused()).isEqualTo(before + 1);
    }

    private void refusesSomebody() {
        var nobody = new Actor.Resident(
                new ResidentId(new UUID(3, 3)), AssuranceLevel.HOOG, Instant.EPOCH, new Assertion("says nothing"));
        assertThatExceptionOfType(AccessRefused.class)
                .isThrownBy(() ->
                        house.resident.getBean(KeyBroker.class).openForPreview(nobody, EnumSet.of(Section.VERHAAL)));
    }

    @Test
    void asksEachPartThatAFaceCannotDoWithout() {
        for (var face : List.of(house.resident, house.workspace)) {
            var groups = face.getBean(HealthEndpointGroups.class);
            assertThat(List.of("readinessState", "db", "keystoreDatabase", "keyCustody"))
                    .allMatch(groups.get("readiness")::isMember)
                    .allMatch(part -> face.containsBean(part + "HealthIndicator")
                            || face.containsBean(part + "HealthContributor")
                            || face.containsBean(part));
        }
        for (var face : List.of(house.residentFace(), house.workspaceFace())) {
            assertThat(new Browser(face).getJson("/actuator/health/readiness").statusCode())
                    .isEqualTo(200);
            assertThat(new Browser(face).getJson("/actuator/health/notices").statusCode())
                    .isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"alerts.yaml", "dashboard.json"})
    void isWatchedByFiguresThatThereAre(String file) throws IOException {
        new Browser(house.residentFace()).get("/");
        refusesSomebody();
        var asked = FIGURE.matcher(Files.readString(DEPLOY.resolve(file)))
                .results()
                .map(found -> UNIT.matcher(found.group()).replaceAll(""))
                .collect(Collectors.toSet());

        await().untilAsserted(() -> assertThat(names()).containsAll(asked));
        assertThat(asked).hasSizeGreaterThan(5);
    }

    /** As Prometheus writes them, without unit. */
    private Set<String> names() {
        return Stream.of(house.resident, house.workspace)
                .flatMap(face -> face.getBean(MeterRegistry.class).getMeters().stream())
                .map(meter -> meter.getId().getName().replace('.', '_'))
                .collect(Collectors.toSet());
    }

    private double refused() {
        var timer = house.resident
                .getBean(MeterRegistry.class)
                .find("voorelkaar.keys")
                .tag("by", "resident")
                .tag("outcome", "refused")
                .timer();
        return timer == null ? 0 : timer.count();
    }

    private List<String> told(ApplicationContext face) {
        assertThat(face.getBean(SdkTracerProvider.class)
                        .forceFlush()
                        .join(20, TimeUnit.SECONDS)
                        .isSuccess())
                .isTrue();
        return List.copyOf(face.getBean(Listener.class).words());
    }

    private static List<String> figures(ApplicationContext face) {
        return face.getBean(MeterRegistry.class).getMeters().stream()
                .map(meter -> meter.getId().getName() + " " + meter.getId().getTags())
                .toList();
    }
}
