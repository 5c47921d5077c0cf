package nl.voorelkaar.consent;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.tools.ToolProvider;
import nl.voorelkaar.consent.tlog.SealingByHand;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The verifier that residents take home, against what the product really gives. It knows the format only, and none of
 * our classes.
 */
class VerifierTests extends Situation {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String RIGHT = "Niets ontbreekt. Alles klopt.";
    private static final String FORKED = "Deze gemeente toonde twee verschillende logboeken.";

    @TempDir
    private static Path folder;

    /** Every archive that the Java verifier judged here, and how; the page must say the same of each. */
    private static final List<Judged> JUDGED = new ArrayList<>();

    private static URLClassLoader home;
    private static MethodHandle run;

    private record Judged(byte[] archive, List<String> more, String sentence) {

        String verdict() {
            if (sentence.startsWith(RIGHT) || sentence.startsWith("Nothing is missing.")) {
                return "right";
            }
            return sentence.startsWith("Niets ontbreekt en") ? "doubt" : "wrong";
        }
    }

    @Autowired
    private Proofs proofs;

    private SealingByHand sealing;
    private StampsByHand authority;
    private int code;

    @BeforeAll
    static void compile() throws Exception {
        var source = Path.of("src/main/resources/verifier/Verify.java");
        var problems = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-proc:none",
                        "-cp",
                        folder.toString(),
                        "-d",
                        folder.toString(),
                        source.toString());
        assertThat(problems).isZero();
        home = new URLClassLoader(new URL[] {folder.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
        var verify = home.loadClass("Verify");
        run = MethodHandles.privateLookupIn(verify, MethodHandles.lookup())
                .findStatic(verify, "run", MethodType.methodType(int.class, String[].class, PrintStream.class));
    }

    @AfterAll
    static void thePageInABrowserSaysTheSameOfEach() throws IOException {
        home.close();
        try (var page = new PageVerifier()) {
            for (var judged : JUDGED) {
                var verdict = judged.verdict();
                assertThat(page.says(judged.archive, judged.more)).isEqualTo(verdict + " " + judged.sentence);
                assertThat(page.unchecked().contains("ML-DSA-44")).isEqualTo(!verdict.equals("wrong"));
            }
            assertThat(page.requests()).hasSize(1);
        }
    }

    @BeforeEach
    void beginSealing() {
        sealing = new SealingByHand(databases, clock);
        authority = new StampsByHand(folder.resolve("stempels"), clock);
    }

    @AfterEach
    void endSealing() throws Exception {
        sealing.close();
    }

    private void lines(int count) {
        for (var line = 0; line < count; line++) {
            ledger.appendNow(new LedgerEvent(
                    resident,
                    LedgerEvent.Kind.READ,
                    Optional.of(me()),
                    Set.of(Section.VERHAAL),
                    Optional.of(Grondslag.EIGEN_DOSSIER),
                    Optional.empty(),
                    Optional.empty(),
                    LedgerEvent.Outcome.DONE,
                    Map.of("een", "\"é\\ 😀")));
        }
    }

    private ObjectNode archive() {
        return (ObjectNode)
                JSON.readTree(sealing.during(() -> proofs.make(me())).json());
    }

    private void stamp() {
        sealing.seal();
        sealing.stamp(authority);
    }

    @Test
    void acceptsARealArchiveWithItsTimestampAndAStandOfEarlier() {
        lines(3);
        stamp();
        var stand = proofs.stand(me()).orElseThrow().code();
        lines(2);

        var archive = archive();

        assertThat(archive.get("anchors").size()).isEqualTo(1);
        var said = verified(archive, stand);
        assertThat(said).startsWith(RIGHT).contains("Uw stand van regel").contains("Een tijdstempel van");
        assertThat(code).isZero();
        assertThat(verified(archive, stand.toLowerCase(Locale.ROOT).replace("-", " ")))
                .startsWith(RIGHT);
        assertThat(verified(archive, "-en")).startsWith("Nothing is missing. All is right.");
    }

    /** The example of the published format: whoever writes a verifier from that page tries it on this. */
    @Test
    void acceptsThePublishedExampleAndRefusesWhatThePageSaysOfIt() {
        var example = (ObjectNode)
                JSON.readTree(Path.of("../src/docs/proof-example.json").toFile());
        var stand = example.get("stand").asString();

        assertThat(verified(example, stand)).startsWith(RIGHT);
        assertThat(after(example, lines -> backDate(lines, 1))).startsWith("Regel 2 is veranderd.");
        assertThat(after(example, lines -> lines.remove(1))).startsWith("Na regel 1 ontbreekt een regel.");
        assertThat(after(example, lines -> swap(lines, 0, 1))).startsWith("Regel 1 en regel 2 zijn verwisseld.");
        assertThat(after(example, lines -> lines.remove(lines.size() - 1))).startsWith("De nieuwste regel ontbreekt.");
    }

    @Test
    void saysWhichLineWasChangedMissesOrWasSwapped() {
        lines(5);
        stamp();
        var archive = archive();
        var count = archive.get("lines").size();

        assertThat(after(archive, lines -> replace(lines, 3, "event", "\"READ\"", "\"REAP\"")))
                .startsWith("Regel 4 is veranderd.");
        assertThat(after(archive, lines -> replace(lines, 3, "event", "T", "U")))
                .startsWith("Regel 4 is veranderd.");
        assertThat(after(archive, lines -> backDate(lines, 2))).startsWith("Regel 3 is veranderd.");
        assertThat(after(archive, lines -> flip(lines, 1, "salt"))).startsWith("Regel 2 is veranderd.");
        assertThat(after(archive, lines -> flip(lines, 2, "stored"))).startsWith("Regel 3 is veranderd.");
        assertThat(after(archive, lines -> {
                    var proof = (ArrayNode) lines.get(4).get("proof");
                    proof.set(
                            proof.size() - 1,
                            flipped(proof.get(proof.size() - 1).asString()));
                }))
                .startsWith("Regel 5 is veranderd.");
        assertThat(after(archive, lines -> lines.remove(3))).startsWith("Na regel 3 ontbreekt een regel.");
        assertThat(after(archive, lines -> {
                    lines.remove(2);
                    lines.remove(2);
                }))
                .startsWith("Na regel 2 ontbreken 2 regels.");
        assertThat(after(archive, lines -> lines.remove(0))).startsWith("Vóór regel 2 ontbreekt een regel.");
        assertThat(after(archive, lines -> {
                    lines.remove(3);
                    for (var line = 3; line < lines.size(); line++) {
                        ((ObjectNode) lines.get(line)).put("sequence", line + 1);
                    }
                }))
                .startsWith("Na regel 3 ontbreekt een regel.");
        assertThat(after(archive, lines -> swap(lines, 1, 2))).startsWith("Regel 2 en regel 3 zijn verwisseld.");
        assertThat(after(archive, lines -> {
                    swap(lines, 1, 3);
                    ((ObjectNode) lines.get(1)).put("sequence", 2);
                    ((ObjectNode) lines.get(3)).put("sequence", 4);
                }))
                .startsWith("Regel 2 en regel 4 zijn verwisseld.");
        assertThat(after(archive, lines -> lines.remove(count - 1))).startsWith("De nieuwste regel ontbreekt.");
    }

    @Test
    void saysThatTheNewestLineIsWithheldFromWhoKeptAStand() {
        lines(2);
        var shown = archive();
        lines(1);
        sealing.seal();
        var kept = proofs.stand(me()).orElseThrow();
        var count = shown.get("lines").size();

        assertThat(verified(shown)).startsWith(RIGHT);
        assertThat(verified(shown, kept.code()))
                .startsWith(
                        "Na regel " + count + " ontbreekt een regel. Uw stand gaat over " + (count + 1) + " regels.");
        assertThat(verified(
                        shown, "-stand", kept.code().substring(0, kept.code().length() - 1) + "?"))
                .startsWith("Uw stand is niet goed overgenomen.");
        assertThat(verified(shown, "-stand", slip(kept.code()))).startsWith("In uw stand zit een schrijffout.");
    }

    @Test
    void doubtsALineThatWasWrittenWithAnEarlierTimeThanItsPlace() {
        lines(1);
        stamp();
        clock.advance(Duration.ofHours(-3));
        lines(1);
        clock.advance(Duration.ofHours(3));

        var archive = archive();

        assertThat(verified(archive))
                .startsWith("Niets ontbreekt en niets is veranderd. Maar er klopt iets niet met de tijd.")
                .contains("! Regel " + (archive.get("lines").size() - 1)
                        + " kan later of met een andere tijd zijn geschreven.");
        assertThat(code).isEqualTo(3);
    }

    @Test
    void refusesAnotherLogForAnotherWitness() {
        lines(4);
        stamp();
        var archive = archive();
        var forger = new ProofForger();

        var resigned = forger.resigned(archive);
        assertThat(verified(resigned)).startsWith(RIGHT);
        assertThat(verified(resigned, "-key", keyPrint(archive)))
                .startsWith("Dit bestand komt niet van deze gemeente.");

        var cosigned = forger.resigned(archive);
        forger.cosign(cosigned, forger.witness());
        assertThat(verified(cosigned)).startsWith(RIGHT).contains("Getuige getuige.example zag");
        var wrongWitness = forger.resigned(archive);
        forger.cosign(wrongWitness, new ProofForger().witness());
        assertThat(verified(wrongWitness)).startsWith("De handtekening van getuige getuige.example klopt niet.");

        var forked = forger.resigned(archive);
        forger.fork(forked);
        assertThat(verified(forked)).startsWith(FORKED);

        var elsewhere = write("checkpoint", forger.otherRoot(resigned));
        assertThat(verified(resigned, "-checkpoint", elsewhere.toString())).startsWith(FORKED);
        assertThat(verified(
                        resigned,
                        "-checkpoint",
                        write("zelfde", resigned.get("checkpoint").asString()).toString()))
                .startsWith(RIGHT);
    }

    @Test
    void refusesWrongSignaturesTimestampsAndWhatIsNoArchive() {
        lines(2);
        stamp();
        var archive = archive();

        assertThat(changed(
                        archive,
                        copy -> copy.put(
                                "checkpoint", copy.get("checkpoint").asString().replaceFirst("\n(\\d+)\n", "\n1$1\n"))))
                .startsWith("Dit bewijs is niet door de gemeente getekend.");
        assertThat(changed(archive, copy -> {
                    var anchor = (ObjectNode) copy.get("anchors").get(0);
                    var token =
                            Base64.getDecoder().decode(anchor.get("timestamp").asString());
                    token[token.length - 3] ^= 1;
                    anchor.put("timestamp", Base64.getEncoder().encodeToString(token));
                }))
                .startsWith("Het tijdstempel op ");
        assertThat(changed(
                        archive,
                        copy -> ((ObjectNode) copy.get("anchors").get(0))
                                .put(
                                        "timestamp",
                                        Base64.getEncoder()
                                                .encodeToString(authority
                                                        .stamp(new byte[32])
                                                        .token()))))
                .startsWith("Het tijdstempel op ");
        assertThat(changed(archive, copy -> copy.put("format", "voorelkaar-bewijs/2")))
                .startsWith("Dit soort bestand ken ik niet.");
        assertThat(verified(write("half", archive.toString().substring(0, 900))))
                .startsWith("Dit bestand is beschadigd");
        assertThat(verified(write("diep", "[".repeat(100_000)))).startsWith("Dit bestand is beschadigd");
        assertThat(verified(folder.resolve("nergens.json"))).startsWith("Dit bestand kan niet worden gelezen.");
        assertThat(code).isEqualTo(2);
    }

    private String verified(ObjectNode archive, String... more) {
        return verified(write("bewijs.json", archive.toString()), more);
    }

    private String verified(Path archive, String... more) {
        var arguments = new ArrayList<>(List.of(archive.toString()));
        arguments.addAll(List.of(more));
        var said = new ByteArrayOutputStream();
        try (var out = new PrintStream(said, true, UTF_8)) {
            code = (int) run.invoke(arguments.toArray(String[]::new), out);
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
        assertThat(code == 0)
                .isEqualTo(said.toString(UTF_8).matches("(?s)(Niets ontbreekt\\. A|Nothing is missing\\. ).*"));
        judged(archive, List.of(more), said.toString(UTF_8));
        return said.toString(UTF_8);
    }

    /** A stand that is not written as one is an argument to the program, and typed text on the page. */
    private static void judged(Path archive, List<String> more, String said) {
        try {
            if (Files.exists(archive)) {
                JUDGED.add(new Judged(
                        Files.readAllBytes(archive),
                        more,
                        said.lines().findFirst().orElseThrow()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path write(String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String after(ObjectNode archive, Consumer<ArrayNode> change) {
        return changed(archive, copy -> change.accept((ArrayNode) copy.get("lines")));
    }

    private String changed(ObjectNode archive, Consumer<ObjectNode> change) {
        var copy = archive.deepCopy();
        change.accept(copy);
        return verified(copy);
    }

    private static void replace(ArrayNode lines, int line, String field, String what, String by) {
        var object = (ObjectNode) lines.get(line);
        assertThat(object.get(field).asString()).contains(what);
        object.put(field, object.get(field).asString().replace(what, by));
    }

    private static void backDate(ArrayNode lines, int line) {
        var at =
                JSON.readTree(lines.get(line).get("event").asString()).get("at").asString();
        replace(lines, line, "event", at, "2001" + at.substring(4));
    }

    private static void swap(ArrayNode lines, int one, int other) {
        var first = lines.get(one).deepCopy();
        lines.set(one, lines.get(other).deepCopy());
        lines.set(other, first);
    }

    private static void flip(ArrayNode lines, int line, String field) {
        var object = (ObjectNode) lines.get(line);
        object.put(field, flipped(object.get(field).asString()));
    }

    private static String flipped(String base64) {
        var bytes = Base64.getDecoder().decode(base64);
        bytes[5] ^= 1;
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** The last sign only notices slips of the pen. */
    private static String slip(String stand) {
        var end = stand.length() - 1;
        return stand.substring(0, end) + (stand.charAt(end) == '7' ? '8' : '7');
    }

    private static String keyPrint(ObjectNode archive) {
        try {
            return ProofForger.keyPrint(archive);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
