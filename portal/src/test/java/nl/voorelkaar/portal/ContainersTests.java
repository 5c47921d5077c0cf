package nl.voorelkaar.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import nl.voorelkaar.portal.access.Browser;
import nl.voorelkaar.portal.access.House;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What {@code src/deploy} says for Kubernetes and containers, against the product: nobody applied it to a cluster. */
class ContainersTests {

    private static final Path DEPLOY = Path.of("../src/deploy");
    private static final Path KUBERNETES = DEPLOY.resolve("kubernetes");

    /** A row of a table whose first cell names settings. */
    private static final Pattern NAMED = Pattern.compile("`([A-Za-z_.-]+(?:\\{[A-Za-z,-]+})?[A-Za-z.*-]*)`");

    /** What Spring Boot knows, and no page of ours explains. */
    private static final Set<String> COMMON = Set.of("SERVER_PORT");

    @ParameterizedTest
    @ValueSource(strings = {"resident", "workspace"})
    void givesAFaceAllThatItNeedsToStart(String face) throws IOException {
        var given = new HashSet<String>();
        for (var source : list(container(face), "envFrom")) {
            if (source.containsKey("configMapRef")) {
                given.addAll(map(object("ConfigMap", name(source, "configMapRef")), "data")
                        .keySet());
            } else {
                given.addAll(secrets().get(name(source, "secretRef")));
            }
        }

        assertThat(given)
                .containsAll(RequiredSettings.REQUIRED.stream()
                        .map(ContainersTests::variable)
                        .toList());
        assertThat(list(container(face), "env")).contains(Map.of("name", "VOORELKAAR_FACE", "value", face));
    }

    @Test
    void namesNoSettingThatTheProductDoesNotKnow() throws IOException {
        var known = settings(Files.readString(DEPLOY.resolve("README.md")));
        known.addAll(COMMON);
        RequiredSettings.REQUIRED.forEach(setting -> known.add(variable(setting)));

        for (var map : objects("ConfigMap")) {
            assertThat(known)
                    .as("%s", map.get("metadata"))
                    .containsAll(map(map, "data").keySet());
        }
        secrets().forEach((secret, names) -> {
            if (!secret.endsWith("-tls")) {
                assertThat(covered(known, names)).as(secret).isEqualTo(names);
            }
        });
    }

    @Test
    void runsNothingThatMayDoMoreThanItMust() throws IOException {
        var pods = Stream.of("StatefulSet", "Deployment", "Job")
                .flatMap(ContainersTests::of)
                .toList();

        assertThat(pods).hasSize(4).allSatisfy(pod -> {
            var spec = map(map(map(pod, "spec"), "template"), "spec");
            assertThat(map(spec, "securityContext")).containsEntry("runAsNonRoot", true);
            assertThat((Integer) map(spec, "securityContext").get("runAsUser")).isPositive();
            assertThat(spec).containsEntry("automountServiceAccountToken", false);
            for (var container : list(spec, "containers")) {
                assertThat(map(container, "securityContext"))
                        .containsEntry("readOnlyRootFilesystem", true)
                        .containsEntry("allowPrivilegeEscalation", false)
                        .containsEntry("capabilities", Map.of("drop", List.of("ALL")));
                assertThat(map(map(container, "resources"), "limits")).containsKey("memory");
                assertThat((String) container.get("image")).matches("[a-z]+:[0-9][0-9.-]+");
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"resident", "workspace"})
    void asksANodeHowItIsWhereItAnswers(String face) throws IOException {
        var house = House.running();
        var address = face.equals("resident") ? house.residentFace() : house.workspaceFace();

        for (var probe : List.of("startupProbe", "livenessProbe", "readinessProbe")) {
            var path = (String) map(map(container(face), probe), "httpGet").get("path");
            assertThat(new Browser(address).getJson(path).statusCode()).as(path).isEqualTo(200);
        }
    }

    @Test
    void keepsOneOfEachWhenMachinesAreEmptied() throws IOException {
        for (var budget : objects("PodDisruptionBudget")) {
            var selector = map(map(budget, "spec"), "selector");
            var kept = Stream.of("StatefulSet", "Deployment")
                    .flatMap(ContainersTests::of)
                    .filter(pods -> map(map(pods, "spec"), "selector").equals(selector))
                    .toList();
            assertThat(kept)
                    .singleElement()
                    .satisfies(pods -> assertThat(map(pods, "spec")).containsEntry("replicas", 2));
            assertThat(map(budget, "spec")).containsEntry("minAvailable", 1);
        }
        assertThat(objects("PodDisruptionBudget")).hasSize(3);
    }

    @Test
    void buildsAnImageThatNobodyRunsAsRoot() throws IOException {
        var lines = Files.readAllLines(DEPLOY.resolve("containers/Containerfile"));
        var last = lines.subList(
                lines.lastIndexOf(lines.stream()
                        .filter(line -> line.startsWith("FROM "))
                        .reduce((first, second) -> second)
                        .orElseThrow()),
                lines.size());

        assertThat(last).anyMatch(line -> line.matches("USER [1-9][0-9]*:[1-9][0-9]*"));
        assertThat(last).noneMatch(line -> line.matches("USER (root|0).*"));
        assertThat(lines)
                .filteredOn(line -> line.startsWith("FROM "))
                .allMatch(line -> line.matches("FROM \\S+:\\S+.*"));
    }

    /** By the name of the secret, as README.md lists them. */
    private static Map<String, Set<String>> secrets() throws IOException {
        var secrets = new HashMap<String, Set<String>>();
        for (var line : Files.readAllLines(KUBERNETES.resolve("README.md"))) {
            var cells = line.split("\\|");
            if (cells.length == 4 && cells[1].strip().startsWith("`voorelkaar-")) {
                var names = settings("|" + cells[2] + "|");
                if (cells[2].contains("the same without `SEALER`")) {
                    names = secrets.get("voorelkaar-resident").stream()
                            .filter(name -> !name.contains("SEALER"))
                            .collect(Collectors.toSet());
                }
                secrets.put(cells[1].strip().replace("`", ""), names);
            }
        }
        return secrets;
    }

    /** As variables of the environment; {@code {a,b}} stands for each. */
    private static Set<String> settings(String text) {
        return NAMED.matcher(text)
                .results()
                .map(found -> found.group(1))
                .flatMap(ContainersTests::each)
                .map(ContainersTests::variable)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static Stream<String> each(String name) {
        var begin = name.indexOf('{');
        if (begin < 0) {
            return Stream.of(name);
        }
        var end = name.indexOf('}');
        return Stream.of(name.substring(begin + 1, end).split(","))
                .map(one -> name.substring(0, begin) + one + name.substring(end + 1));
    }

    private static Set<String> covered(Set<String> known, Set<String> names) {
        return names.stream()
                .filter(name -> known.contains(name)
                        || known.stream().anyMatch(one -> one.endsWith("_*") && name.startsWith(one.replace("*", ""))))
                .collect(Collectors.toSet());
    }

    private static String variable(String setting) {
        return setting.toUpperCase(Locale.ROOT).replace("-", "").replace('.', '_');
    }

    private static Map<String, Object> container(String face) throws IOException {
        return list(map(map(map(object("StatefulSet", face), "spec"), "template"), "spec"), "containers")
                .getFirst();
    }

    private static Map<String, Object> object(String kind, String name) throws IOException {
        return objects(kind).stream()
                .filter(object -> map(object, "metadata").get("name").equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + kind + " " + name));
    }

    private static Stream<Map<String, Object>> of(String kind) {
        try {
            return objects(kind).stream();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> objects(String kind) throws IOException {
        var objects = new ArrayList<Map<String, Object>>();
        try (var files = Files.newDirectoryStream(KUBERNETES, "*.yaml")) {
            for (var file : files) {
                var yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
                StreamSupport.stream(yaml.loadAll(Files.readString(file)).spliterator(), false)
                        .map(object -> (Map<String, Object>) object)
                        .filter(object -> object.get("kind").equals(kind))
                        .forEach(objects::add);
            }
        }
        return objects;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Map<String, Object> object, String name) {
        return (Map<String, Object>) object.get(name);
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> list(Map<String, Object> object, String name) {
        return (List<Map<String, Object>>) object.get(name);
    }

    private static String name(Map<String, Object> object, String reference) {
        return (String) map(object, reference).get("name");
    }
}
