package nl.bench.rules;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import javax.tools.ToolProvider;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.Assertion;
import nl.voorelkaar.consent.AssuranceLevel;
import nl.voorelkaar.consent.GrantId;
import nl.voorelkaar.consent.Grondslag;
import nl.voorelkaar.consent.LedgerEvent;
import nl.voorelkaar.consent.OrganisationId;
import nl.voorelkaar.consent.PartyId;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Role;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.consent.tlog.Hashes;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * A line of the ledger, made by the ledger's own class, which no other part of the product sees: its canonical form,
 * the commitment to it, the print of its row and its place in the chain of the resident; beside it, SHA-256 of as many
 * bytes. And the example proof of the documentation, checked from its file by the program that residents get.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class LedgerTimes {

    private static final Path PROOF = Path.of("src/docs/proof-example.json");
    private static final PrintStream NOWHERE = new PrintStream(OutputStream.nullOutputStream());
    private static final long SEQUENCE = 7;

    private final UUID event = UUID.randomUUID();
    private final ResidentId resident = new ResidentId(UUID.randomUUID());
    private final LedgerEvent read = new LedgerEvent(
            resident,
            LedgerEvent.Kind.READ,
            Optional.of(new Actor.Professional(
                    new PartyId(UUID.randomUUID()),
                    Role.GSP,
                    new OrganisationId("wij-voorbeeldstad"),
                    Optional.empty(),
                    AssuranceLevel.SUBSTANTIEEL,
                    GrantsInPlay.NOW.minus(Duration.ofHours(1)),
                    new Assertion(""))),
            Set.of(Section.VERHAAL, Section.GEZONDHEID),
            Optional.of(Grondslag.TOESTEMMING),
            Optional.empty(),
            Optional.of(new GrantId(UUID.randomUUID())),
            LedgerEvent.Outcome.DONE,
            Map.of());
    private byte[] link = Hashes.firstLink(resident.value());
    private byte[] bytes = new byte[0];
    private Path home;
    private URLClassLoader classes;
    private MethodHandle verify;
    private MethodHandle leafOf;
    private MethodHandle sealable;
    private MethodHandle commitment;
    private Object facts;

    @Setup
    public void look() throws Throwable {
        var leaf = Class.forName("nl.voorelkaar.consent.ledger.Leaf");
        var known = Class.forName("nl.voorelkaar.consent.ledger.Leaf$Facts");
        var inside = MethodHandles.privateLookupIn(leaf, MethodHandles.lookup());
        var constructor = MethodType.methodType(void.class, UUID.class, long.class, Instant.class, LedgerEvent.class);
        facts = inside.findConstructor(known, constructor).invoke(event, SEQUENCE, GrantsInPlay.NOW, read);
        var ofAnything = MethodType.methodType(Object.class, Object.class);
        var bytesOfAnything = MethodType.methodType(byte[].class, Object.class);
        leafOf = inside.findStatic(leaf, "of", MethodType.methodType(leaf, known))
                .asType(ofAnything);
        sealable = inside.findVirtual(leaf, "sealable", MethodType.methodType(byte[].class))
                .asType(bytesOfAnything);
        commitment = inside.findVirtual(leaf, "commitment", MethodType.methodType(byte[].class))
                .asType(bytesOfAnything);
        bytes = (byte[]) sealable.invokeExact((Object) leafOf.invokeExact(facts));
    }

    @Setup
    public void compile() throws IOException, ReflectiveOperationException {
        home = Files.createTempDirectory("verify");
        var source = home.resolve("Verify.java");
        try (var program = LedgerEvent.class.getResourceAsStream("/verifier/Verify.java")) {
            Files.copy(program, source);
        }
        if (ToolProvider.getSystemJavaCompiler()
                        .run(null, null, null, "-proc:none", "-d", home.toString(), source.toString())
                != 0) {
            throw new IllegalStateException("the program of residents does not compile");
        }
        classes = new URLClassLoader(new URL[] {home.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
        var program = classes.loadClass("Verify");
        verify = MethodHandles.privateLookupIn(program, MethodHandles.lookup())
                .findStatic(program, "run", MethodType.methodType(int.class, String[].class, PrintStream.class));
    }

    @TearDown
    public void clear() throws IOException {
        classes.close();
        try (var files = Files.list(home)) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(home);
    }

    @Benchmark
    public byte[] line() throws Throwable {
        var leaf = (Object) leafOf.invokeExact(facts);
        var committed = (byte[]) commitment.invokeExact(leaf);
        var row = (byte[]) sealable.invokeExact(leaf);
        link = Hashes.link(
                link, committed, Hashes.stored(resident.value(), SEQUENCE, event, GrantsInPlay.NOW, committed, row));
        return link;
    }

    @Benchmark
    public byte[] hash() {
        return Hashes.sha256(bytes);
    }

    /** @throws IllegalStateException when the proof is not found to be right */
    @Benchmark
    public int proof() throws Throwable {
        var code = (int) verify.invokeExact(new String[] {PROOF.toString()}, NOWHERE);
        if (code != 0) {
            throw new IllegalStateException("the example proof was judged " + code);
        }
        return code;
    }
}
