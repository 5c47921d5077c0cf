package nl.voorelkaar.dossier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static nl.voorelkaar.consent.Section.GELD;
import static nl.voorelkaar.consent.Section.GEZONDHEID;
import static nl.voorelkaar.consent.Section.VERHAAL;
import static nl.voorelkaar.dossier.DossierWorld.newId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.LedgerEvent.Kind;
import nl.voorelkaar.consent.Role;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.dossier.bag.BagRefused;
import nl.voorelkaar.dossier.bag.BagRefused.Reason;
import nl.voorelkaar.dossier.bag.Bags;
import nl.voorelkaar.dossier.bag.Enclosures;
import nl.voorelkaar.dossier.bag.ForgedBag;
import nl.voorelkaar.dossier.bag.Lock;
import nl.voorelkaar.dossier.document.Samples;
import org.junit.jupiter.api.Test;

class TakingAlongTests {

    private static final EnumSet<Section> EVERYTHING = EnumSet.allOf(Section.class);
    private static final LocalDate BORN = LocalDate.of(1956, 3, 14);

    private final DossierWorld world = DossierWorld.shared();
    private final Dossiers dossiers = world.resident.dossiers();
    private final Bags bags = world.resident.bean(Bags.class);

    private static final Enclosures PAPERS = new Enclosures() {
        @Override
        public byte[] reading(Section section, int part, List<Carried> entries) {
            return ("%PDF of " + section + " " + entries.size()).getBytes(UTF_8);
        }

        @Override
        public List<Enclosure> papers(Section section) {
            return section == Section.PLAN
                    ? List.of(new Enclosure("plan-1.pdf", () -> "sealed".getBytes(UTF_8)))
                    : List.of();
        }

        @Override
        public List<Enclosure> evidence() {
            return List.of(new Enclosure("proof/mijn-bewijs.json", () -> "{}".getBytes(UTF_8)));
        }
    };

    @Test
    void aLockedArchiveIsTakenInWithItsPassphraseOnly() throws IOException {
        var moves = filled("Fatma Moves");
        var passphrase = "vier woorden die u onthoudt";
        var locked = new ByteArrayOutputStream();
        try (var to = Lock.of(passphrase).onto(locked)) {
            to.write(packed(moves));
        }
        var arrived = world.person("Fatma Moves", BORN).signsIn();

        assertThat(refusal(locked.toByteArray(), Optional.empty())).isEqualTo(BagRefused.Reason.LOCKED);
        assertThat(refusal(locked.toByteArray(), Optional.of(passphrase + "!")))
                .isEqualTo(BagRefused.Reason.WRONG_PASSPHRASE);
        var archive = Lock.opened(new ByteArrayInputStream(locked.toByteArray()), Optional.of(passphrase));
        assertThat(bags.unpack(arrived, archive, (done, of) -> {})).isEqualTo(new Bags.Unpacked(3, 0, 1));

        var altered = locked.toByteArray();
        altered[altered.length - 40] ^= 1;
        var broken = Lock.opened(new ByteArrayInputStream(altered), Optional.of(passphrase));
        assertThat(catchThrowableOfType(BagRefused.class, () -> bags.unpack(arrived, broken, (done, of) -> {}))
                        .reason())
                .isEqualTo(BagRefused.Reason.ALTERED);
    }

    private static BagRefused.Reason refusal(byte[] archive, Optional<String> passphrase) {
        return catchThrowableOfType(BagRefused.class, () -> Lock.opened(new ByteArrayInputStream(archive), passphrase))
                .reason();
    }

    @Test
    void whatIsTakenAlongComesOutOfTheOtherMunicipalityWithTheSameChecksums() throws IOException {
        var moves = filled("Fatma Moves");
        var archive = packed(moves);
        var before = files(archive);
        var elsewhere = DossierWorld.elsewhere();
        // Other tests move the clock here: nobody arrives before they left.
        elsewhere.clock.advance(Duration.between(elsewhere.clock.instant(), world.clock.instant()));
        var arrived = elsewhere.person("Fatma Moves", BORN).signsIn();
        var there = elsewhere.resident.bean(Bags.class);

        assertThat(there.unpack(arrived, new ByteArrayInputStream(archive), (done, of) -> {}))
                .isEqualTo(new Bags.Unpacked(3, 0, 1));

        var after = taken(files(packed(there, arrived)));
        assertThat(after)
                .hasSize(3 + 2)
                .isEqualTo(taken(before).entrySet().stream()
                        .filter(file -> after.containsKey(file.getKey()))
                        .collect(LinkedHashMap::new, (all, one) -> all.put(one.getKey(), one.getValue()), Map::putAll));
        assertThat(taken(before)).hasSize(4 + 2);
        assertThat(before)
                .containsKeys("data/papers/plan/plan-1.pdf", "data/proof/mijn-bewijs.json", "data/reading/geld-1.pdf");
    }

    @Test
    void versionsDatesAndDocumentsArriveAsTheyWere() throws IOException {
        var moves = filled("Versions Move", "Brief van de bank.pdf", Samples.pdf(2));
        var archive = packed(moves);
        var arrived = world.person("Versions Move", BORN).signsIn();
        bags.unpack(arrived, new ByteArrayInputStream(archive), (done, of) -> {});

        for (var entry :
                dossiers.timeline(arrived, java.util.Optional.empty(), 50).entries()) {
            assertThat(dossiers.versions(arrived, arrived.id(), entry.id()))
                    .usingRecursiveComparison()
                    .ignoringFields("resident")
                    .isEqualTo(dossiers.versions(moves, moves.id(), entry.id()));
            if (entry.document().isPresent()) {
                assertThat(download(arrived, entry)).isEqualTo(download(moves, entry));
            }
        }
    }

    @Test
    void theLogSaysThatACopyWasTakenAndThatThingsWereAdded() throws IOException {
        var moves = filled("Logged Move");
        var archive = packed(moves);
        assertThat(world.log(moves, Kind.EXPORTED))
                .singleElement()
                .satisfies(line -> assertThat(line.sections()).containsExactlyInAnyOrderElementsOf(EVERYTHING));
        var arrived = world.person("Logged Move", BORN).signsIn();

        bags.unpack(arrived, new ByteArrayInputStream(archive), (done, of) -> {});

        assertThat(world.log(arrived, Kind.ADDED))
                .singleElement()
                .satisfies(line -> assertThat(line.sections()).containsExactlyInAnyOrder(VERHAAL, GEZONDHEID, GELD));
    }

    @Test
    void whoWasInterruptedHalfwayBeginsAgainAndGetsNothingTwice() throws IOException {
        var moves = filled("Halfway Move");
        var archive = packed(moves);
        var arrived = world.person("Halfway Move", BORN).signsIn();
        assertThatThrownBy(() -> bags.unpack(arrived, new ByteArrayInputStream(archive), (done, of) -> {
                    throw new IllegalStateException("the power went out");
                }))
                .hasMessage("the power went out");
        assertThat(titles(arrived)).hasSize(1);

        assertThat(bags.unpack(arrived, new ByteArrayInputStream(archive), (done, of) -> {}))
                .isEqualTo(new Bags.Unpacked(2, 1, 1));
        assertThat(bags.unpack(arrived, new ByteArrayInputStream(archive), (done, of) -> {}))
                .isEqualTo(new Bags.Unpacked(0, 3, 1));
        assertThat(titles(arrived)).hasSize(3);
    }

    @Test
    void oneSectionHoldsThatSectionOnly() throws IOException {
        var moves = filled("Section Moves");
        var to = new ByteArrayOutputStream();
        try (var bag = bags.pack(moves, EnumSet.of(GEZONDHEID), PAPERS, (done, of) -> {})) {
            bag.writeTo(to);
            assertThat(bag.size()).isEqualTo(to.size());
        }

        assertThat(new String(to.toByteArray(), java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("data/reading/geld");
        assertThat(files(to.toByteArray()))
                .containsKey("data/reading/gezondheid-1.pdf")
                .doesNotContainKeys("data/reading/geld-1.pdf", "data/papers/plan/plan-1.pdf");
    }

    @Test
    void whatIsNotRightIsRefusedWholeWithItsReason() throws IOException {
        var moves = filled("Wrong Moves");
        var archive = packed(moves);
        var arrived = world.person("Wrong Moves", BORN).signsIn();
        var bad = new LinkedHashMap<byte[], Reason>();
        bad.put(new byte[0], Reason.NOT_A_DOSSIER);
        bad.put("een brief".getBytes(UTF_8), Reason.NOT_A_DOSSIER);
        bad.put(Samples.pdf(1), Reason.NOT_A_DOSSIER);
        for (var length : List.of(archive.length / 3, archive.length - 500, archive.length - 1)) {
            bad.put(Arrays.copyOf(archive, length), Reason.BROKEN_OFF);
        }
        bad.put(Arrays.copyOf(archive, archive.length + 1), Reason.BROKEN_OFF);
        bad.put(ForgedBag.of(archive, "data/../../../etc/passwd", text -> "x"), Reason.STRANGE_FILE);
        bad.put(ForgedBag.of(archive, "/etc/passwd", text -> "x"), Reason.STRANGE_FILE);
        bad.put(ForgedBag.of(archive, "data/papers/..\\x.pdf", text -> "x"), Reason.STRANGE_FILE);
        bad.put(ForgedBag.of(archive, "data/papers/plan/plan-2.pdf", text -> "x"), Reason.ALTERED);
        bad.put(
                ForgedBag.of(archive, "manifest-sha256.txt", text -> text.replaceFirst("[0-9a-f]", "g")),
                Reason.ALTERED);
        bad.put(ForgedBag.of(archive, "bag-info.txt", text -> text + "More: yes\n"), Reason.ALTERED);
        bad.put(ForgedBag.of(archive, "bag-info.txt", text -> "x".repeat(20_000)), Reason.TOO_LARGE);
        bad.put(ForgedBag.signed(archive, "bagit.txt", text -> "BagIt-Version: 0.96\n"), Reason.UNKNOWN_FORMAT);
        bad.put(
                ForgedBag.signed(archive, "data/dossier.json", text -> text.replace("dossier/1", "dossier/2")),
                Reason.UNKNOWN_FORMAT);
        bad.put(
                ForgedBag.signed(archive, "data/dossier.json", text -> text.replace("1956-03-14", "1957-03-14")),
                Reason.SOMEBODY_ELSES);
        for (var change : List.<UnaryOperator<String>>of(
                text -> text.replace("\"date\"", "\"dag\""),
                text -> text.replaceFirst("\"date\" : \"[0-9-]*\"", "\"date\" : \"2026-02-30\""),
                text -> text.replaceFirst("\"version\" : 1", "\"version\" : 0"),
                text -> text.replaceFirst("\"section\" : \"[a-z]*\"", "\"section\" : \"geheim\""),
                text -> text.replaceFirst("\"title\" : \"[^\"]*\"", "\"title\" : \" \""),
                text -> text.replaceFirst("\"title\" : \"[^\"]*\"", "\"title\" : null"),
                text -> text.replaceAll("\"writtenAt\" : \"\\d{4}", "\"writtenAt\" : \"2996"),
                text -> text.replaceFirst("\\{", "{ \"more\" : 1,"),
                text -> text + "{}")) {
            bad.put(ForgedBag.signed(archive, "data/entries/", change), Reason.NOT_UNDERSTOOD);
        }
        bad.put(ForgedBag.signed(archive, "data/documents/", text -> "MZ\0\0 a program"), Reason.NOT_UNDERSTOOD);

        bad.forEach((bytes, reason) -> {
            var refused = catchThrowableOfType(
                    BagRefused.class, () -> bags.unpack(arrived, new ByteArrayInputStream(bytes), (done, of) -> {}));
            assertThat(refused).as(reason.name()).isNotNull();
            assertThat(refused.reason()).isEqualTo(reason);
        });
        assertThat(titles(arrived)).isEmpty();
        assertThat(world.log(arrived, Kind.ADDED)).isEmpty();
    }

    @Test
    void noByteCanBeChangedUnnoticed() throws IOException {
        var moves = world.resident("Byte Moves");
        world.writes(moves, VERHAAL, "Een");
        var archive = packed(moves);
        var arrived = world.person("Byte Moves", BORN).signsIn();
        for (var at = 0; at < archive.length; at += 29) {
            var changed = archive.clone();
            changed[at] ^= 0x10;
            assertThatThrownBy(() -> bags.unpack(arrived, new ByteArrayInputStream(changed), (done, of) -> {}))
                    .as("byte %s", at)
                    .isInstanceOf(BagRefused.class);
        }
        assertThat(titles(arrived)).isEmpty();
    }

    @Test
    void aBombIsNotUnpacked() throws IOException {
        var moves = world.resident("Bomb Moves");
        var archive = packed(moves);
        var bomb = ForgedBag.of(archive, "data/dossier.json", text -> " ".repeat(30_000_000));
        assertThat(bomb).hasSizeLessThan(200_000);

        assertRefused(moves, bomb, Reason.TOO_LARGE);
    }

    @Test
    void anArchiveWithoutEndIsNotReadToItsEnd() {
        var moves = world.resident("Endless Moves");
        var endless = new InputStream() {
            private long read;

            @Override
            public int read() {
                read++;
                return 'x';
            }

            @Override
            public int read(byte[] into, int offset, int length) {
                read += length;
                return length;
            }
        };

        assertThatThrownBy(() -> bags.unpack(moves, endless, (done, of) -> {})).isInstanceOf(BagRefused.class);
        assertThat(endless.read).isLessThan(1_000_000);
    }

    @Test
    void theArchiveOfSomebodyElseIsRefused() throws IOException {
        var archive = packed(filled("Anna Moves"));

        assertRefused(world.person("Berta Moves", BORN).signsIn(), archive, Reason.SOMEBODY_ELSES);
        assertRefused(world.person("Anna Moves", BORN.plusDays(1)).signsIn(), archive, Reason.SOMEBODY_ELSES);
    }

    private void assertRefused(Actor.Resident actor, byte[] archive, Reason reason) {
        var refused = catchThrowableOfType(
                BagRefused.class, () -> bags.unpack(actor, new ByteArrayInputStream(archive), (done, of) -> {}));
        assertThat(refused).isNotNull();
        assertThat(refused.reason()).isEqualTo(reason);
    }

    private Actor.Resident filled(String name) throws IOException {
        return filled(name, "Brief van de bank.txt", "U krijgt 12 euro.".getBytes(UTF_8));
    }

    /** Three entries of one's own, with versions and two documents, and one of a professional. */
    private Actor.Resident filled(String name, String fileName, byte[] content) throws IOException {
        var moves = world.person(name, BORN).signsIn();
        var story = world.writes(moves, VERHAAL, "Mijn verhaal");
        dossiers.edit(moves, moves.id(), story.id(), 1, world.about(GELD, "Mijn geld", "Éérst anders: \uD83D\uDE80"));
        var document = world.resident
                .documents()
                .add(
                        moves,
                        moves.id(),
                        newId(),
                        world.about(GEZONDHEID, "Brief", ""),
                        fileName,
                        new ByteArrayInputStream(content));
        dossiers.edit(moves, moves.id(), document.id(), 1, world.about(GELD, "Brief", "Van de bank"));
        dossiers.edit(moves, moves.id(), document.id(), 2, world.about(GELD, "Brief!", "Van de bank"));
        world.writes(moves, VERHAAL, "Nog een verhaal");
        dossiers.remove(moves, moves.id(), world.writes(moves, VERHAAL, "Weg").id());
        var bram = world.professional("Bram", Role.GSP);
        world.grants(moves, bram, world.toReadAndAdd(GEZONDHEID));
        world.workspace.dossiers().add(bram, moves.id(), newId(), world.about(GEZONDHEID, "Van Bram", "Gezien"));
        return moves;
    }

    private byte[] packed(Actor.Resident actor) throws IOException {
        return packed(bags, actor);
    }

    private static byte[] packed(Bags bags, Actor.Resident actor) throws IOException {
        var to = new ByteArrayOutputStream();
        try (var bag = bags.pack(
                actor, EVERYTHING, PAPERS, (done, of) -> assertThat(done).isLessThanOrEqualTo(of))) {
            bag.writeTo(to);
        }
        return to.toByteArray();
    }

    private List<String> titles(Actor.Resident actor) {
        return dossiers.timeline(actor, java.util.Optional.empty(), 50).entries().stream()
                .map(Entry::title)
                .toList();
    }

    private byte[] download(Actor.Resident actor, Entry entry) throws IOException {
        var to = new ByteArrayOutputStream();
        world.resident.documents().download(actor, actor.id(), entry.id(), to);
        return to.toByteArray();
    }

    /** The checksums of the manifest, by name. */
    private static Map<String, String> files(byte[] archive) throws IOException {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals("mijn-dossier/manifest-sha256.txt")) {
                    var files = new TreeMap<String, String>();
                    new String(zip.readAllBytes(), UTF_8)
                            .lines()
                            .forEach(line -> files.put(line.substring(66), line.substring(0, 64)));
                    return files;
                }
            }
        }
        throw new AssertionError("no manifest");
    }

    private static Map<String, String> taken(Map<String, String> files) {
        var taken = new TreeMap<>(files);
        taken.keySet().removeIf(name -> !name.startsWith("data/entries/") && !name.startsWith("data/documents/"));
        return taken;
    }
}
