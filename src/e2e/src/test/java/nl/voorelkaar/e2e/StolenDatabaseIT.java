package nl.voorelkaar.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** After the main job somebody takes both databases home, and the folder in which PostgreSQL keeps them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StolenDatabaseIT {

    private static final String MARK = UUID.randomUUID().toString();
    private static final String TITLE = "Slapeloosheid bij volle maan " + MARK;
    private static final String TEXT = "Vannacht weer wakker gelegen vanwege de torenklok " + MARK;
    private static final String FILE_NAME = "brief-huisarts-waterkers-" + MARK + ".txt";
    private static final String FILE_TEXT = "Geachte dokter, de knie knarst bij het traplopen " + MARK;
    private static final String PURPOSE = "Overleggen over knarsende knieen en trappen " + MARK;

    private final List<String> readByTheResident = new ArrayList<>();

    @BeforeAll
    void theMainJobIsDone() {
        try (var resident = Resident.at(Window.DESKTOP);
                var professional = Professional.at(Window.DESKTOP)) {
            resident.signIn("P01");
            professional.signIn("P13");
            resident.write("gezondheid", TITLE, TEXT);
            resident.addFile("gezondheid", TITLE, FILE_NAME, FILE_TEXT.getBytes(StandardCharsets.UTF_8));
            professional.find(resident.shareCode());
            professional.request(PURPOSE, professional.today().plusMonths(2), "gezondheid");
            resident.share(professional, "gezondheid");
            professional.openDossierOf(resident);
            professional.waitForText("entry-text", TEXT);
            readByTheResident.addAll(resident.readEverything());
            resident.stopSharingWith(professional);
        }
    }

    @Test
    void nothingThatAnybodyWroteIsReadableInAnyColumn() throws Exception {
        var stolen = StolenDatabase.of(Product.running());

        assertThat(stolen.rows()).as("rows copied").anySatisfy((table, rows) -> {
            assertThat(table).contains(".dossier.");
            assertThat(rows).isPositive();
        });
        assertThat(stolen.rows()).anySatisfy((table, rows) -> {
            assertThat(table).contains(".consent.");
            assertThat(rows).isPositive();
        });
        assertThat(stolen.rows()).anySatisfy((table, rows) -> {
            assertThat(table).contains(".keystore.");
            assertThat(rows).isPositive();
        });
        assertThat(readByTheResident).as("texts on screen").hasSizeGreaterThan(2);
        assertThat(stolen.whereFound(Stream.concat(
                        Stream.of(
                                MARK,
                                TITLE,
                                TEXT,
                                FILE_NAME,
                                FILE_TEXT,
                                PURPOSE,
                                "torenklok",
                                "waterkers",
                                "knarsende"),
                        readByTheResident.stream().flatMap(StolenDatabaseIT::threeWordsInARow))))
                .isEmpty();
    }

    @Test
    void nobodyIsKnownByNameBsnBirthDateOrAddressInAnyColumn() throws Exception {
        var stolen = StolenDatabase.of(Product.running());

        assertThat(stolen.rows().values().stream().mapToLong(Long::longValue).sum())
                .isPositive();
        assertThat(stolen.whereFound(
                        Stream.of(Personas.names(), Personas.bsns(), Personas.birthDates(), mailAddressesOfTheStandIn())
                                .flatMap(strings -> strings)))
                .isEmpty();
    }

    @Test
    void noMailThatWasSentIsReadableInAnyColumn() throws Exception {
        var stolen = StolenDatabase.of(Product.running());
        var bodies = Post.of(Product.running()).bodies();

        assertThat(bodies).as("mail that was sent").isNotEmpty();
        assertThat(stolen.whereFound(bodies.stream().flatMap(StolenDatabaseIT::threeWordsInARow)))
                .isEmpty();
    }

    @Test
    void noFileOfTheDatabaseOrTheLogOfTheProductHoldsWhatWasWritten() throws Exception {
        var secrets = Stream.concat(Stream.of(MARK), Personas.bsns()).toList();
        var read = 0L;
        for (var file : filesOfTheDatabaseAndLogs()) {
            var text = Files.readString(file, StandardCharsets.ISO_8859_1);
            read += text.length();
            assertThat(secrets.stream().filter(text::contains))
                    .as("%s", file.getFileName())
                    .isEmpty();
        }
        assertThat(read).as("characters read").isGreaterThan(10_000_000);
    }

    private static Stream<String> mailAddressesOfTheStandIn() {
        return Post.of(Product.running()).addresses().stream();
    }

    /** Single words occur by chance and in the names of columns; three in a row do not. */
    private static Stream<String> threeWordsInARow(String text) {
        var words = text.strip().split("\\s+");
        return IntStream.rangeClosed(0, words.length - 3)
                .mapToObj(i -> words[i] + " " + words[i + 1] + " " + words[i + 2])
                .filter(phrase -> phrase.length() >= 12);
    }

    private static List<Path> filesOfTheDatabaseAndLogs() throws Exception {
        var found = new ArrayList<Path>();
        for (var folder : List.of("postgres/data", "log")) {
            try (var all = Files.walk(Product.running().folder.resolve(folder))) {
                all.filter(Files::isRegularFile).forEach(found::add);
            }
        }
        return found;
    }
}
