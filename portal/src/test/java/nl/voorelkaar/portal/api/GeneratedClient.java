package nl.voorelkaar.portal.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javax.tools.ToolProvider;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.dossier.Documents;
import nl.voorelkaar.dossier.NewEntry;
import nl.voorelkaar.portal.access.House;
import org.junit.jupiter.api.Test;

/**
 * A client that somebody else makes: OpenAPI Generator makes it from the document of a running face, the compiler takes
 * it, and {@code MainJob}, which knows nothing but that client, does the main job. Run by name: {@code make client}.
 */
class GeneratedClient {

    private static final Path FOLDER = Path.of("target", "client");

    private final House house = House.running();
    private final Tokens tokens = new Tokens(house);
    private final Giver giver = new Giver(house, tokens, new Contract(Program.document(house.residentFace())));

    @Test
    void doesTheMainJob() throws Exception {
        var sources = generated(house.workspaceFace());
        sources.add(Path.of(
                GeneratedClient.class.getResource("/client/MainJob.java").toURI()));
        try (var client = new URLClassLoader(
                new URL[] {compiled(sources).toUri().toURL()}, GeneratedClient.class.getClassLoader())) {
            var els = giver.signedIn();
            house.resident
                    .getBean(Documents.class)
                    .add(
                            els,
                            els.id(),
                            Giver.newId(),
                            new NewEntry(Section.WERK, "Brief", "", giver.today()),
                            "brief.txt",
                            new ByteArrayInputStream("Beste Els, tot maandag.".getBytes(UTF_8)));
            @SuppressWarnings("unchecked")
            var job = (Callable<List<String>>) client.loadClass("MainJob")
                    .getConstructor(
                            String.class,
                            Supplier.class,
                            String.class,
                            LocalDate.class,
                            UnaryOperator.class,
                            Consumer.class)
                    .newInstance(
                            house.workspaceFace(),
                            (Supplier<String>) () -> tokens.of("zorgplan"),
                            giver.code(els),
                            giver.today(),
                            (UnaryOperator<String>) question -> giver.saysYes(els, question),
                            (Consumer<String>) opening -> giver.stops(els, opening));
            assertThat(job.call())
                    .containsSubsequence(
                            "asked: AANGEVRAAGD",
                            "answered: GEGEVEN",
                            "open: [WERK] on TOESTEMMING",
                            "changes at first: 0",
                            "read: Brief",
                            "part of the file: Els",
                            "added: version 1 by ZorgPlan (computerprogramma)",
                            "changed: ADDED",
                            "stopped: 404");
        }
    }

    private static List<Path> generated(String face) throws IOException, InterruptedException {
        var document = Files.createDirectories(FOLDER).resolve("document.json");
        Files.writeString(document, Program.document(face).toString());
        var to = FOLDER.resolve("sources");
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        FOLDER.resolve("generator.jar").toString(),
                        "generate",
                        "--generator-name=java",
                        "--library=native",
                        "--input-spec=" + document,
                        "--output=" + to,
                        "--additional-properties=openApiNullable=false,useJakartaEe=true,hideGenerationTimestamp=true",
                        "--global-property=models,apis,supportingFiles,modelTests=false,apiTests=false,modelDocs=false,"
                                + "apiDocs=false")
                .redirectErrorStream(true)
                .redirectOutput(FOLDER.resolve("generator.log").toFile())
                .start();
        assertThat(process.waitFor()).isZero();
        try (var files = Files.walk(to.resolve("src/main/java"))) {
            return new ArrayList<>(
                    files.filter(file -> file.toString().endsWith(".java")).toList());
        }
    }

    private static Path compiled(List<Path> sources) throws IOException {
        var to = Files.createDirectories(FOLDER.resolve("classes"));
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            var said = new StringWriter();
            var done = compiler.getTask(
                            said,
                            files,
                            null,
                            List.of("-nowarn", "-proc:none", "-d", to.toString()),
                            null,
                            files.getJavaFileObjectsFromPaths(sources))
                    .call();
            assertThat(done).as("%s", said).isTrue();
        }
        return to;
    }
}
