import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PSSParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Checks a resident's proof ("mijn bewijs") at home: without the municipality, without a network, with nothing but Java 25.
 * Written from the published format (proof-format.md) alone.
 *
 * <pre>java Verify.java [-en] [-stand VE1-…] [-checkpoint file] [-key 3f2a-91c0-77de-0b14] mijn-bewijs.json [VE1-…]</pre>
 *
 * Ends with 0 when nothing is missing and nothing was changed, 1 when something is wrong, 2 when it could not check,
 * 3 when only the time of a line does not fit the timestamps.
 */
final class Verify {

    private static final String USE =
            """
            Zo gebruikt u dit:   java Verify.java mijn-bewijs.json [uw stand: VE1-…]
              -stand VE1-…       een stand die u eerder bewaarde
              -checkpoint FILE   een checkpoint van iemand anders, of van een andere dag
              -key 3f2a-…        het kenmerk van de gemeente, van een brief of de website
              -en                in English
            """;

    private static final int HASH = 32;
    private static final int ED25519 = 0x01;
    private static final int COSIGNATURE = 0x04;
    private static final int ML_DSA = 0x06;
    private static final Duration SLACK = Duration.ofMinutes(10);

    /** X.509 in front of a bare key. */
    private static final byte[] ED25519_KEY = HexFormat.of().parseHex("302a300506032b6570032100");

    private static final byte[] ML_DSA_44_KEY =
            HexFormat.of().parseHex("30820532300b06096086480165030403110382052100");

    private final boolean dutch;
    private final List<String> details = new ArrayList<>();
    private final List<String> doubts = new ArrayList<>();
    private final List<String> unchecked = new ArrayList<>();

    private Verify(boolean dutch) {
        this.dutch = dutch;
    }

    public static void main(String[] arguments) {
        System.exit(run(arguments, System.out));
    }

    /** What {@link #main} does, without ending the process. */
    static int run(String[] arguments, PrintStream out) {
        var stands = new ArrayList<String>();
        var checkpoints = new ArrayList<Path>();
        Optional<String> key = Optional.empty();
        Optional<Path> archive = Optional.empty();
        var dutch = true;
        for (var at = 0; at < arguments.length; at++) {
            var argument = arguments[at];
            var next = at + 1 < arguments.length ? arguments[at + 1] : "";
            switch (argument) {
                case "-en" -> dutch = false;
                case "-stand" -> stands.add(next);
                case "-checkpoint" -> checkpoints.add(Path.of(next));
                case "-key" -> key = Optional.of(next);
                default -> {
                    if (archive.isEmpty()) {
                        archive = Optional.of(Path.of(argument));
                    } else {
                        stands.add(argument);
                    }
                }
            }
            if (List.of("-stand", "-checkpoint", "-key").contains(argument)) {
                at++;
            }
        }
        if (archive.isEmpty()) {
            out.print(USE);
            return 2;
        }
        var check = new Verify(dutch);
        try {
            var others = new ArrayList<String>();
            for (var checkpoint : checkpoints) {
                others.add(Files.readString(checkpoint));
            }
            check.archive(Files.readString(archive.get()), stands, others, key);
        } catch (No no) {
            out.println(no.getMessage());
            check.tell(out);
            return 1;
        } catch (IOException | RuntimeException unreadable) {
            out.println(check.say("Dit bestand kan niet worden gelezen.", "This file cannot be read."));
            out.println("  " + unreadable);
            return 2;
        } catch (GeneralSecurityException missing) {
            out.println(check.say(
                    "Deze Java kan niet alles nagaan. Gebruik Java 25 of nieuwer.",
                    "This Java cannot check everything. Use Java 25 or newer."));
            out.println("  " + missing);
            return 2;
        }
        if (check.doubts.isEmpty()) {
            out.println(check.say("Niets ontbreekt. Alles klopt.", "Nothing is missing. All is right."));
        } else {
            out.println(check.say(
                    "Niets ontbreekt en niets is veranderd. Maar er klopt iets niet met de tijd.",
                    "Nothing is missing and nothing was changed. But something is wrong with the time."));
        }
        check.tell(out);
        return check.doubts.isEmpty() ? 0 : 3;
    }

    private void tell(PrintStream out) {
        doubts.forEach(doubt -> out.println("! " + doubt));
        out.println();
        details.forEach(detail -> out.println("- " + detail));
        if (!unchecked.isEmpty()) {
            out.println();
            out.println(say("Niet nagegaan:", "Not checked:"));
            unchecked.forEach(one -> out.println("- " + one));
        }
    }

    private String say(String nl, String en) {
        return dutch ? nl : en;
    }

    private No no(String nl, String en) {
        return new No(say(nl, en));
    }

    private No unreadable(String what) {
        return no(
                "Dit bestand is beschadigd, of het is geen bewijs (" + what + ").",
                "This file is damaged, or it is not a proof (" + what + ").");
    }

    private No changed(long line) {
        return no("Regel " + line + " is veranderd.", "Line " + line + " was changed.");
    }

    private No missing(long after, long count) {
        var one = count == 1;
        return no(
                (after == 0 ? "Vóór regel " + (count + 1) : "Na regel " + after)
                        + (one ? " ontbreekt een regel." : " ontbreken " + count + " regels."),
                (after == 0 ? "Before line " + (count + 1) : "After line " + after)
                        + (one ? " a line is missing." : " " + count + " lines are missing."));
    }

    private No swapped(long one, long other) {
        return no(
                "Regel " + Math.min(one, other) + " en regel " + Math.max(one, other) + " zijn verwisseld.",
                "Line " + Math.min(one, other) + " and line " + Math.max(one, other) + " were swapped.");
    }

    private No forked(String nl, String en) {
        return no(
                "Deze gemeente toonde twee verschillende logboeken. " + nl,
                "This municipality showed two different logs. " + en);
    }

    // ---- the steps of §9 of the format

    private void archive(String json, List<String> stands, List<String> others, Optional<String> expectedKey)
            throws GeneralSecurityException, No {
        Node archive;
        try {
            archive = new Node("", new Json(json).document());
        } catch (IllegalArgumentException | StringIndexOutOfBoundsException wrong) {
            throw unreadable("JSON");
        }
        if (!archive.text("format").equals("voorelkaar-bewijs/1")) {
            throw no("Dit soort bestand ken ik niet.", "I do not know this kind of file.");
        }
        moment(archive.text("made"), "made");
        var resident = uuid(archive.text("resident"), "resident");
        details.add(say("Bewijs van ", "Proof of ")
                + archive.text("municipality")
                + say(", gemaakt op ", ", made on ")
                + shown(moment(archive.text("made"), "made")));

        var log = archive.node("log");
        var origin = log.text("origin");
        var ed25519 = key(log.text("ed25519"), ED25519, HASH);
        var mlDsa = key(log.text("mlDsa44"), ML_DSA, 1312);
        if (!ed25519.name().equals(origin) || !mlDsa.name().equals(origin)) {
            throw unreadable("log");
        }
        var print = keyPrint(ed25519, mlDsa);
        if (expectedKey.isPresent() && !letters(expectedKey.get()).equals(letters(print))) {
            throw no(
                    "Dit bestand komt niet van deze gemeente. Het kenmerk in het bestand is " + print + ".",
                    "This file does not come from this municipality. The mark in the file is " + print + ".");
        }
        details.add(
                expectedKey.isPresent()
                        ? say("Het kenmerk van de gemeente klopt: ", "The mark of the municipality is right: ") + print
                        : say(
                                        "Vergelijk dit kenmerk met dat op een brief of de website van de gemeente: ",
                                        "Compare this mark with that on a letter or on the municipality's website: ")
                                + print);
        var witnesses = new ArrayList<Key>();
        for (var witness : archive.nodes("witnesses")) {
            var key = key(witness.text("key"), COSIGNATURE, HASH);
            if (!key.name().equals(witness.text("name"))) {
                throw unreadable("witnesses");
            }
            witnesses.add(key);
        }
        var checkpoint = checkpoint(archive.text("checkpoint"), origin, ed25519, mlDsa);
        var witnessed = cosigned(checkpoint, witnesses);

        var lines = lines(archive);
        var links = new ArrayList<byte[]>();
        chain(lines, resident, checkpoint, links);

        var last = lines.getLast();
        if (last.event().isEmpty()
                || !last.event().get().text("kind").equals("EXPORTED")
                || !last.event()
                        .get()
                        .node("details")
                        .optional("request")
                        .filter(archive.text("request")::equals)
                        .isPresent()) {
            throw no("De nieuwste regel ontbreekt.", "The newest line is missing.");
        }
        if (!archive.text("stand").equals(stand(lines.size(), links.getLast()))) {
            throw no(
                    "De stand in dit bestand hoort niet bij de laatste regel.",
                    "The state in this file does not belong to its last line.");
        }
        var anchors = anchors(archive, origin, ed25519, mlDsa, witnesses, checkpoint);
        for (var kept : stands) {
            kept(kept, links);
        }
        for (var other : others) {
            elsewhere(other, origin, ed25519, mlDsa, checkpoint, anchors);
        }
        report(lines, checkpoint, witnessed, anchors, stands, others);
    }

    /** Lines in the order of the file; what is missing or swapped is said before what is changed. */
    private List<Line> lines(Node archive) throws No {
        var lines = new ArrayList<Line>();
        for (var node : archive.nodes("lines")) {
            Optional<Node> event = Optional.empty();
            byte[] commitment;
            if (node.has("event")) {
                if (node.has("commitment")) {
                    throw unreadable("commitment");
                }
                commitment = sha256(hash(node.text("salt"), "salt"), utf8(node.text("event")));
                try {
                    event = Optional.of(new Node("event", new Json(node.text("event")).document()));
                } catch (IllegalArgumentException | StringIndexOutOfBoundsException wrong) {
                    throw changed(node.number("sequence"));
                }
            } else {
                commitment = hash(node.text("commitment"), "commitment");
            }
            var proof = new ArrayList<byte[]>();
            for (var hash : node.list("proof")) {
                proof.add(hash(hash instanceof String text ? text : "", "proof"));
            }
            lines.add(new Line(
                    node.number("sequence"),
                    event,
                    commitment,
                    hash(node.text("stored"), "stored"),
                    node.number("index"),
                    proof));
        }
        if (lines.isEmpty()) {
            throw no("In dit bestand staat geen enkele regel.", "There is not a single line in this file.");
        }
        for (var at = 0; at < lines.size(); at++) {
            var found = lines.get(at).sequence();
            if (found == at + 1) {
                continue;
            }
            for (var later = at + 1; later < lines.size(); later++) {
                if (lines.get(later).sequence() == at + 1) {
                    throw swapped(at + 1, found > lines.size() || found < 1 ? later + 1 : found);
                }
            }
            throw found > at + 1 ? missing(at, found - at - 1) : changed(at + 1);
        }
        return lines;
    }

    private void chain(List<Line> lines, byte[] resident, Checkpoint checkpoint, List<byte[]> links) throws No {
        var told = new HashMap<Long, Long>();
        for (var line : lines) {
            line.event().ifPresent(event -> event.optionalNumber("sequence")
                    .ifPresent(sequence -> told.put(sequence, line.sequence())));
        }
        var ids = new HashSet<String>();
        var link = sha256(utf8("voorelkaar/ledger/v1\n"), resident);
        var before = -1L;
        for (var line : lines) {
            var number = line.sequence();
            if (line.event().isPresent()) {
                var event = line.event().get();
                var says = event.optionalNumber("sequence").orElseThrow(() -> changed(number));
                if (says != number) {
                    if (told.containsKey(number)) {
                        throw swapped(number, told.get(number));
                    }
                    throw says > number && says - number < 1_000_000 ? missing(number - 1, says - number) : changed(number);
                }
                var own = event.optional("resident").orElseThrow(() -> changed(number));
                if (!Arrays.equals(uuidOrNothing(own), resident)) {
                    throw no(
                            "Regel " + number + " is van iemand anders.",
                            "Line " + number + " belongs to somebody else.");
                }
                if (!ids.add(event.optional("id").orElseThrow(() -> changed(number)))) {
                    throw no("Regel " + number + " staat er twee keer.", "Line " + number + " is there twice.");
                }
                if (event.optional("at").map(Verify::momentOrNothing).isEmpty()
                        || event.optional("kind").isEmpty()
                        || event.optional("outcome").isEmpty()) {
                    throw changed(number);
                }
            }
            link = sha256(new byte[] {2}, link, line.commitment(), line.stored());
            links.add(link);
            if (!included(sha256(new byte[] {0}, link), line.index(), checkpoint.size(), line.proof(), checkpoint.root())) {
                throw changed(number);
            }
            if (line.index() <= before) {
                throw swapped(number - 1, number);
            }
            before = line.index();
        }
    }

    private List<Anchor> anchors(
            Node archive, String origin, Key ed25519, Key mlDsa, List<Key> witnesses, Checkpoint checkpoint)
            throws GeneralSecurityException, No {
        var anchors = new ArrayList<Anchor>();
        var before = 0L;
        for (var node : archive.nodes("anchors")) {
            var anchor = checkpoint(node.text("checkpoint"), origin, ed25519, mlDsa);
            if (anchor.size() > checkpoint.size() || anchor.size() < before) {
                throw forked(
                        "Een eerder logboek was langer dan dit.", "An earlier log was longer than this one.");
            }
            before = anchor.size();
            var path = new ArrayList<byte[]>();
            for (var hash : node.list("consistency")) {
                path.add(hash(hash instanceof String text ? text : "", "consistency"));
            }
            if (!consistent(anchor, checkpoint, path)) {
                throw forked(
                        "Het logboek van " + anchor.size() + " regels past niet op dit.",
                        "The log of " + anchor.size() + " lines does not fit this one.");
            }
            var cosigners = cosigned(anchor, witnesses);
            Optional<Instant> stamped = Optional.empty();
            if (node.has("timestamp")) {
                stamped = Optional.of(timestamp(bytes(node.text("timestamp"), "timestamp"), anchor));
            }
            anchors.add(new Anchor(anchor, cosigners, stamped));
        }
        return anchors;
    }

    /** The stand that the resident kept: that line is still there, with all that came before it. */
    private void kept(String kept, List<byte[]> links) throws No {
        var said = kept.toUpperCase(Locale.ROOT).replaceAll("[\\s-]", "").replace('O', '0').replaceAll("[IL]", "1");
        if (!said.matches("VE1[0-9]{1,18}[0-9A-HJKMNP-TV-Z]{28}")) {
            throw no(
                    "Uw stand is niet goed overgenomen. Hij begint met VE1 en het nummer van een regel."
                            + " Daarna komen 28 letters en cijfers, in groepjes van vier.",
                    "Your state is not copied right. It begins with VE1 and the number of a line."
                            + " Then come 28 letters and digits, in groups of four.");
        }
        var number = Long.parseLong(said.substring(3, said.length() - 28));
        var code = said.substring(said.length() - 28);
        if (!code.endsWith(slip(number, code.substring(0, 26)))) {
            throw no(
                    "In uw stand zit een schrijffout. Kijk hem nog eens na.",
                    "There is a slip of the pen in your state. Please check it.");
        }
        if (number > links.size()) {
            var gone = missing(links.size(), number - links.size());
            throw no(
                    gone.getMessage() + " Uw stand gaat over " + number + " regels.",
                    gone.getMessage() + " Your state is about " + number + " lines.");
        }
        if (number == 0 || !stand(number, links.get((int) number - 1)).replace("-", "").equals(said)) {
            throw no(
                    "Uw stand past niet op dit bewijs. Regel " + number + " of een regel daarvoor is veranderd.",
                    "Your state does not fit this proof. Line " + number + " or a line before it was changed.");
        }
        details.add(say("Uw stand van regel ", "Your state of line ") + number + say(" klopt.", " is right."));
    }

    private void elsewhere(
            String other, String origin, Key ed25519, Key mlDsa, Checkpoint checkpoint, List<Anchor> anchors)
            throws GeneralSecurityException, No {
        var checked = checkpoint(other, origin, ed25519, mlDsa);
        var known = new ArrayList<>(anchors.stream().map(Anchor::checkpoint).toList());
        known.add(checkpoint);
        var same = known.stream().filter(one -> one.size() == checked.size()).findFirst();
        if (same.isPresent()) {
            if (!Arrays.equals(same.get().root(), checked.root())) {
                throw forked(
                        "Het checkpoint van elders heeft bij " + checked.size() + " regels een andere inhoud.",
                        "The checkpoint from elsewhere holds something else at " + checked.size() + " lines.");
            }
            details.add(say("Het checkpoint van elders klopt.", "The checkpoint from elsewhere is right."));
        } else {
            unchecked.add(say(
                    "of het checkpoint van elders (" + checked.size() + " regels) hierop past: daarvoor zijn de openbare tegels nodig.",
                    "whether the checkpoint from elsewhere (" + checked.size() + " lines) fits: that needs the public tiles."));
        }
    }

    private void report(
            List<Line> lines,
            Checkpoint checkpoint,
            List<String> witnessed,
            List<Anchor> anchors,
            List<String> stands,
            List<String> others) {
        details.add(say("Nagegaan: ", "Checked: ") + lines.size() + say(" regels", " lines") + ", 1–" + lines.size() + ".");
        var empty = lines.stream().filter(line -> line.event().isEmpty()).count();
        if (empty > 0) {
            details.add(
                    empty
                            + say(
                                    " regels hebben geen inhoud: die is gewist, mag nog niet worden verteld, of hoort niet in dit bewijs. Ze zijn er nog wel.",
                                    " lines have no content: it was erased, may not be told yet, or does not belong in this proof. They are still there."));
        }
        details.add(say(
                "De handtekeningen van de gemeente kloppen (Ed25519 en ML-DSA-44).",
                "The municipality's signatures are right (Ed25519 and ML-DSA-44)."));
        var cosigned = new LinkedHashMap<String, Long>();
        for (var anchor : anchors) {
            anchor.cosigners().forEach(name -> cosigned.merge(name, anchor.checkpoint().size(), Math::max));
        }
        witnessed.forEach(name -> cosigned.merge(name, checkpoint.size(), Math::max));
        cosigned.forEach((name, size) -> details.add(say("Getuige ", "Witness ")
                + name
                + say(" zag ", " saw ")
                + reach(lines, size)
                + "."));
        anchors.stream().filter(anchor -> anchor.stamped().isPresent()).reduce((one, other) -> other).ifPresent(anchor ->
                details.add(say("Een tijdstempel van ", "A timestamp of ")
                        + shown(anchor.stamped().orElseThrow())
                        + say(" staat op ", " is on ")
                        + reach(lines, anchor.checkpoint().size())
                        + "."));
        if (cosigned.isEmpty()) {
            unchecked.add(say(
                    "of een ander hetzelfde logboek zag: er staat geen handtekening van een getuige in dit bewijs.",
                    "whether somebody else saw the same log: there is no signature of a witness in this proof."));
        }
        if (anchors.stream().noneMatch(anchor -> anchor.stamped().isPresent())) {
            unchecked.add(say(
                    "wanneer de regels geschreven zijn: er staat geen tijdstempel in dit bewijs.",
                    "when the lines were written: there is no timestamp in this proof."));
        } else {
            unchecked.add(say(
                    "van wie de tijdstempels zijn. De handtekening erop klopt, maar het certificaat is niet vergeleken met een lijst van erkende diensten, en niet op intrekking nagegaan.",
                    "whose the timestamps are. Their signature is right, but the certificate was not compared with a list of recognised services, nor checked for revocation."));
        }
        if (stands.isEmpty()) {
            unchecked.add(say(
                    "een stand van eerder. Hebt u die? Zet hem dan achter de naam van het bestand.",
                    "a state from earlier. Do you have one? Put it behind the name of the file."));
        }
        if (others.isEmpty()) {
            unchecked.add(say(
                    "of de gemeente een ander hetzelfde logboek toont: daarvoor is een checkpoint van elders nodig.",
                    "whether the municipality shows others the same log: that needs a checkpoint from elsewhere."));
        }
        unchecked.add(say(
                "de namen van mensen in dit bewijs: die staan erbij om te lezen.",
                "the names of people in this proof: they are there for reading."));
        times(lines, anchors);
    }

    private void times(List<Line> lines, List<Anchor> anchors) {
        Optional<Instant> newest = Optional.empty();
        for (var line : lines) {
            if (line.event().isEmpty()) {
                continue;
            }
            var at = momentOrNothing(line.event().get().text("at"));
            var stamps = anchors.stream().filter(anchor -> anchor.stamped().isPresent()).toList();
            var early = stamps.stream()
                    .filter(stamp -> stamp.checkpoint().size() <= line.index())
                    .anyMatch(stamp -> at.plus(SLACK).isBefore(stamp.stamped().orElseThrow()));
            var late = stamps.stream()
                    .filter(stamp -> stamp.checkpoint().size() > line.index())
                    .findFirst()
                    .filter(stamp -> at.minus(SLACK).isAfter(stamp.stamped().orElseThrow()))
                    .isPresent();
            if (early || late) {
                doubts.add(say(
                        "Regel " + line.sequence() + " kan later of met een andere tijd zijn geschreven.",
                        "Line " + line.sequence() + " may have been written later or with another time."));
            } else if (newest.filter(before -> at.plus(SLACK).isBefore(before)).isPresent()) {
                doubts.add(say(
                        "Regel " + line.sequence() + " heeft een tijd van vóór een eerdere regel.",
                        "Line " + line.sequence() + " has a time before that of an earlier line."));
            }
            if (newest.isEmpty() || at.isAfter(newest.get())) {
                newest = Optional.of(at);
            }
        }
    }

    private String reach(List<Line> lines, long size) {
        var covered = lines.stream().filter(line -> line.index() < size).count();
        return covered == lines.size()
                ? say("alle regels", "all lines")
                : covered == 0
                        ? say("nog geen van deze regels", "none of these lines yet")
                        : say("de regels tot en met ", "the lines up to and with ") + covered;
    }

    // ---- the tree

    private static boolean included(byte[] leaf, long index, long size, List<byte[]> path, byte[] root) {
        if (index < 0 || index >= size) {
            return false;
        }
        var r = leaf;
        var fn = index;
        var sn = size - 1;
        for (var p : path) {
            if (sn == 0) {
                return false;
            }
            if ((fn & 1) == 1 || fn == sn) {
                r = inner(p, r);
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                r = inner(r, p);
            }
            fn >>= 1;
            sn >>= 1;
        }
        return sn == 0 && Arrays.equals(r, root);
    }

    private static boolean consistent(Checkpoint first, Checkpoint second, List<byte[]> proof) {
        if (first.size() == second.size()) {
            return proof.isEmpty() && Arrays.equals(first.root(), second.root());
        }
        if (proof.isEmpty()) {
            return false;
        }
        var path = new ArrayList<>(proof);
        if (Long.bitCount(first.size()) == 1) {
            path.addFirst(first.root());
        }
        var fn = first.size() - 1;
        var sn = second.size() - 1;
        while ((fn & 1) == 1) {
            fn >>= 1;
            sn >>= 1;
        }
        var fr = path.getFirst();
        var sr = path.getFirst();
        for (var c : path.subList(1, path.size())) {
            if (sn == 0) {
                return false;
            }
            if ((fn & 1) == 1 || fn == sn) {
                fr = inner(c, fr);
                sr = inner(c, sr);
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                sr = inner(sr, c);
            }
            fn >>= 1;
            sn >>= 1;
        }
        return sn == 0 && Arrays.equals(fr, first.root()) && Arrays.equals(sr, second.root());
    }

    private static byte[] inner(byte[] left, byte[] right) {
        return sha256(new byte[] {1}, left, right);
    }

    // ---- checkpoints and their signatures

    private Checkpoint checkpoint(String note, String origin, Key ed25519, Key mlDsa)
            throws GeneralSecurityException, No {
        var middle = note.indexOf("\n\n");
        if (middle < 0 || !note.endsWith("\n")) {
            throw unreadable("checkpoint");
        }
        var body = note.substring(0, middle + 1);
        var parts = body.split("\n", -1);
        if (parts.length != 4 || !parts[0].equals(origin) || !parts[1].matches("[1-9][0-9]{0,17}")) {
            throw unreadable("checkpoint");
        }
        var signatures = new ArrayList<Signed>();
        for (var line : note.substring(middle + 2).split("\n")) {
            var words = line.split(" ", -1);
            var bytes = words.length == 3 && words[0].equals("—") ? bytes(words[2], "checkpoint") : new byte[0];
            if (bytes.length < 5) {
                throw unreadable("checkpoint");
            }
            signatures.add(new Signed(
                    words[1],
                    HexFormat.of().formatHex(bytes, 0, 4),
                    Arrays.copyOfRange(bytes, 4, bytes.length)));
        }
        var checkpoint =
                new Checkpoint(origin, body, Long.parseLong(parts[1]), hash(parts[2], "checkpoint"), signatures);
        if (!signed(checkpoint, ed25519) || !signed(checkpoint, mlDsa)) {
            throw no(
                    "Dit bewijs is niet door de gemeente getekend.",
                    "This proof is not signed by the municipality.");
        }
        return checkpoint;
    }

    /** @return who cosigned; a wrong signature by a known witness makes the whole wrong */
    private List<String> cosigned(Checkpoint checkpoint, List<Key> witnesses) throws GeneralSecurityException, No {
        var names = new ArrayList<String>();
        for (var witness : witnesses) {
            if (checkpoint.signatures().stream().anyMatch(witness::made)) {
                if (!signed(checkpoint, witness)) {
                    throw no(
                            "De handtekening van getuige " + witness.name() + " klopt niet.",
                            "The signature of witness " + witness.name() + " is wrong.");
                }
                names.add(witness.name());
            }
        }
        return names;
    }

    private static boolean signed(Checkpoint checkpoint, Key key) throws GeneralSecurityException {
        var found = false;
        for (var signed : checkpoint.signatures()) {
            if (key.made(signed)) {
                if (!holds(checkpoint, key, signed.bytes())) {
                    return false;
                }
                found = true;
            }
        }
        return found;
    }

    private static boolean holds(Checkpoint checkpoint, Key key, byte[] bytes) throws GeneralSecurityException {
        if (key.type() == ED25519) {
            return verifies("Ed25519", ED25519_KEY, key.bytes(), utf8(checkpoint.body()), bytes);
        }
        if (bytes.length < 9) {
            return false;
        }
        var time = ByteBuffer.wrap(bytes).getLong();
        var signature = Arrays.copyOfRange(bytes, 8, bytes.length);
        if (key.type() == COSIGNATURE) {
            var message = "cosignature/v1\ntime " + Long.toUnsignedString(time) + "\n" + checkpoint.body();
            return verifies("Ed25519", ED25519_KEY, key.bytes(), utf8(message), signature);
        }
        var name = utf8(key.name());
        var origin = utf8(checkpoint.origin());
        if (name.length > 255 || origin.length > 255) {
            return false;
        }
        var message = joined(
                utf8("subtree/v1\n\0"),
                new byte[] {(byte) name.length},
                name,
                number(time),
                new byte[] {(byte) origin.length},
                origin,
                number(0),
                number(checkpoint.size()),
                checkpoint.root());
        return verifies("ML-DSA-44", ML_DSA_44_KEY, key.bytes(), message, signature);
    }

    private static boolean verifies(String algorithm, byte[] front, byte[] key, byte[] message, byte[] signature)
            throws GeneralSecurityException {
        var verifier = Signature.getInstance(algorithm);
        try {
            verifier.initVerify(KeyFactory.getInstance(algorithm)
                    .generatePublic(new X509EncodedKeySpec(joined(front, key))));
            verifier.update(message);
            return verifier.verify(signature);
        } catch (java.security.InvalidKeyException
                | java.security.SignatureException
                | java.security.spec.InvalidKeySpecException wrong) {
            return false;
        }
    }

    private Key key(String text, int type, int length) throws No {
        var parts = text.split("\\+", 3);
        var bytes = parts.length == 3 && !parts[0].isEmpty() && !parts[0].contains(" ")
                ? bytes(parts[2], "key")
                : new byte[0];
        if (bytes.length != length + 1 || bytes[0] != type) {
            throw unreadable("key");
        }
        var id = HexFormat.of().formatHex(sha256(utf8(parts[0] + "\n"), bytes), 0, 4);
        if (!id.equals(parts[1].toLowerCase(Locale.ROOT))) {
            throw unreadable("key");
        }
        return new Key(parts[0], id, type, Arrays.copyOfRange(bytes, 1, bytes.length));
    }

    private static String keyPrint(Key ed25519, Key mlDsa) {
        return HexFormat.of().formatHex(sha256(ed25519.bytes(), mlDsa.bytes()), 0, 8).replaceAll("(.{4})(?=.)", "$1-");
    }

    private static String letters(String print) {
        return print.toLowerCase(Locale.ROOT).replaceAll("[^0-9a-f]", "");
    }

    // ---- the stand

    private static final String CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static String stand(long number, byte[] link) {
        var bits = new BigInteger(1, Arrays.copyOf(link, 16)).shiftLeft(2);
        var code = letters(bits, 26);
        return "VE1-" + number + "-" + (code + slip(number, code)).replaceAll("(.{4})(?=.)", "$1-");
    }

    private static String slip(long number, String code) {
        return letters(new BigInteger(1, Arrays.copyOf(sha256(utf8(number + ":" + code)), 2)).shiftRight(6), 2);
    }

    private static String letters(BigInteger bits, int count) {
        var text = new StringBuilder();
        for (var at = count - 1; at >= 0; at--) {
            text.append(CROCKFORD.charAt(bits.shiftRight(5 * at).intValue() & 31));
        }
        return text.toString();
    }

    // ---- timestamps: RFC 3161 in RFC 5652

    private static final String SIGNED_DATA = "1.2.840.113549.1.7.2";
    private static final String TST_INFO = "1.2.840.113549.1.9.16.1.4";
    private static final String SHA256 = "2.16.840.1.101.3.4.2.1";
    private static final String CONTENT_TYPE = "1.2.840.113549.1.9.3";
    private static final String MESSAGE_DIGEST = "1.2.840.113549.1.9.4";
    private static final String TIME_STAMPING = "1.3.6.1.5.5.7.3.8";

    private Instant timestamp(byte[] token, Checkpoint checkpoint) throws GeneralSecurityException, No {
        var wrong = no(
                "Het tijdstempel op " + checkpoint.size() + " regels van het logboek klopt niet.",
                "The timestamp on " + checkpoint.size() + " lines of the log is wrong.");
        try {
            var content = Der.of(token);
            if (!content.child(0).oid().equals(SIGNED_DATA)) {
                throw wrong;
            }
            var data = content.child(1).child(0);
            var inside = data.child(2);
            if (!inside.child(0).oid().equals(TST_INFO)) {
                throw wrong;
            }
            var stamped = inside.child(1).child(0).content();
            var info = Der.of(stamped);
            var imprint = info.child(2);
            if (!imprint.child(0).child(0).oid().equals(SHA256)
                    || !Arrays.equals(imprint.child(1).content(), sha256(utf8(checkpoint.body())))
                    || !stampSigned(data, stamped)) {
                throw wrong;
            }
            return generalizedTime(new String(info.child(4).content(), StandardCharsets.US_ASCII));
        } catch (IndexOutOfBoundsException | IllegalArgumentException | DateTimeException damaged) {
            throw wrong;
        }
    }

    private static boolean stampSigned(Der data, byte[] stamped) throws GeneralSecurityException {
        var certificates = data.children().stream().filter(one -> one.tag() == 0xa0).findFirst();
        var signer = data.children().getLast().child(0).children();
        var attributes = signer.get(3);
        if (certificates.isEmpty() || attributes.tag() != 0xa0) {
            return false;
        }
        var digest = MessageDigest.getInstance(signer.get(2).child(0).oid());
        var told = new HashMap<String, Der>();
        for (var attribute : attributes.children()) {
            told.put(attribute.child(0).oid(), attribute.child(1).child(0));
        }
        if (!told.containsKey(CONTENT_TYPE)
                || !told.get(CONTENT_TYPE).oid().equals(TST_INFO)
                || !told.containsKey(MESSAGE_DIGEST)
                || !Arrays.equals(told.get(MESSAGE_DIGEST).content(), digest.digest(stamped))) {
            return false;
        }
        var signed = attributes.encoded();
        signed[0] = 0x31;
        for (var encoded : certificates.get().children()) {
            var certificate = (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(encoded.encoded()));
            if (isOf(certificate, signer.get(1))) {
                return certificate.getExtendedKeyUsage() != null
                        && certificate.getExtendedKeyUsage().contains(TIME_STAMPING)
                        && stampHolds(
                                certificate.getPublicKey(),
                                digest,
                                signer.get(4),
                                signed,
                                signer.get(5).content());
            }
        }
        return false;
    }

    private static boolean isOf(X509Certificate certificate, Der signer) {
        if (signer.tag() == 0x80) {
            var print = certificate.getExtensionValue("2.5.29.14");
            return print != null && Arrays.equals(Der.of(Der.of(print).content()).content(), signer.content());
        }
        return certificate.getSerialNumber().equals(new BigInteger(signer.child(1).content()))
                && Arrays.equals(
                        certificate.getIssuerX500Principal().getEncoded(),
                        signer.child(0).encoded());
    }

    private static boolean stampHolds(PublicKey key, MessageDigest digest, Der algorithm, byte[] signed, byte[] signature)
            throws GeneralSecurityException {
        var oid = algorithm.child(0).oid();
        var verifier = switch (oid) {
            case "1.2.840.113549.1.1.1" ->
                Signature.getInstance("SHA" + digest.getDigestLength() * 8 + "withRSA");
            case "1.2.840.113549.1.1.10" -> {
                var parameters = AlgorithmParameters.getInstance("RSASSA-PSS");
                try {
                    parameters.init(algorithm.child(1).encoded());
                } catch (IOException wrong) {
                    throw new IllegalArgumentException(wrong);
                }
                var pss = Signature.getInstance("RSASSA-PSS");
                pss.setParameter(parameters.getParameterSpec(PSSParameterSpec.class));
                yield pss;
            }
            default -> Signature.getInstance(oid);
        };
        try {
            verifier.initVerify(key);
            verifier.update(signed);
            return verifier.verify(signature);
        } catch (java.security.InvalidKeyException | java.security.SignatureException wrong) {
            return false;
        }
    }

    private static Instant generalizedTime(String text) {
        var dot = text.indexOf('.');
        var whole = dot < 0 ? text.substring(0, text.length() - 1) : text.substring(0, dot);
        var time = LocalDateTime.parse(whole, DateTimeFormatter.ofPattern("uuuuMMddHHmmss")).toInstant(ZoneOffset.UTC);
        if (!text.endsWith("Z")) {
            throw new IllegalArgumentException(text);
        }
        return dot < 0
                ? time
                : time.plusNanos(Long.parseLong((text.substring(dot + 1, text.length() - 1) + "000000000").substring(0, 9)));
    }

    // ---- small things

    private static byte[] sha256(byte[]... parts) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(joined(parts));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] joined(byte[]... parts) {
        var joined = new ByteArrayOutputStream();
        for (var part : parts) {
            joined.writeBytes(part);
        }
        return joined.toByteArray();
    }

    private static byte[] number(long number) {
        return ByteBuffer.allocate(8).putLong(number).array();
    }

    private static byte[] utf8(String text) {
        try {
            var bytes = StandardCharsets.UTF_8
                    .newEncoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .encode(CharBuffer.wrap(text));
            return Arrays.copyOf(bytes.array(), bytes.limit());
        } catch (CharacterCodingException half) {
            throw new IllegalArgumentException(half);
        }
    }

    private byte[] hash(String base64, String what) throws No {
        var bytes = bytes(base64, what);
        if (bytes.length != HASH) {
            throw unreadable(what);
        }
        return bytes;
    }

    private byte[] bytes(String base64, String what) throws No {
        try {
            var bytes = Base64.getDecoder().decode(base64);
            if (Base64.getEncoder().encodeToString(bytes).equals(base64)) {
                return bytes;
            }
        } catch (IllegalArgumentException wrong) {
            // falls through: said below, in words
        }
        throw unreadable(what);
    }

    private byte[] uuid(String text, String what) throws No {
        var bytes = uuidOrNothing(text);
        if (bytes.length == 0) {
            throw unreadable(what);
        }
        return bytes;
    }

    private static byte[] uuidOrNothing(String text) {
        return text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
                ? HexFormat.of().parseHex(text.replace("-", ""))
                : new byte[0];
    }

    private Instant moment(String text, String what) throws No {
        var moment = momentOrNothing(text);
        if (moment == null) {
            throw unreadable(what);
        }
        return moment;
    }

    private static Instant momentOrNothing(String text) {
        try {
            return text.endsWith("Z") ? Instant.parse(text) : null;
        } catch (DateTimeException wrong) {
            return null;
        }
    }

    private static String shown(Instant moment) {
        return DateTimeFormatter.ofPattern("dd-MM-uuuu HH:mm").withZone(ZoneId.of("Europe/Amsterdam")).format(moment);
    }

    private record Line(
            long sequence, Optional<Node> event, byte[] commitment, byte[] stored, long index, List<byte[]> proof) {}

    private record Checkpoint(String origin, String body, long size, byte[] root, List<Signed> signatures) {}

    private record Signed(String name, String keyId, byte[] bytes) {}

    private record Key(String name, String id, int type, byte[] bytes) {

        boolean made(Signed signed) {
            return signed.name().equals(name) && signed.keyId().equals(id);
        }
    }

    private record Anchor(Checkpoint checkpoint, List<String> cosigners, Optional<Instant> stamped) {}

    /** What is wrong, in words for the resident. */
    private static final class No extends RuntimeException {

        No(String sentence) {
            super(sentence, null, false, false);
        }
    }

    /** A JSON object, whose fields must have the type that is asked. */
    private record Node(String name, Object value) {

        private Map<?, ?> fields() {
            if (value instanceof Map<?, ?> map) {
                return map;
            }
            throw new IllegalArgumentException("no object: " + name);
        }

        boolean has(String field) {
            return fields().containsKey(field);
        }

        private <T> Optional<T> optional(String field, Class<T> type) {
            return Optional.ofNullable(fields().get(field)).filter(type::isInstance).map(type::cast);
        }

        private <T> T must(String field, Class<T> type) {
            return optional(field, type).orElseThrow(() -> new IllegalArgumentException("field: " + field));
        }

        Optional<String> optional(String field) {
            return optional(field, String.class);
        }

        Optional<Long> optionalNumber(String field) {
            return optional(field, Long.class);
        }

        String text(String field) {
            return must(field, String.class);
        }

        long number(String field) {
            return must(field, Long.class);
        }

        Node node(String field) {
            return new Node(field, must(field, Map.class));
        }

        List<?> list(String field) {
            return must(field, List.class);
        }

        List<Node> nodes(String field) {
            return list(field).stream().map(one -> new Node(field, one)).toList();
        }
    }

    /** RFC 8259, strict; a name twice in one object is refused. */
    private static final class Json {

        private static final int DEPTH = 64;

        private final String text;
        private int at;
        private int depth;

        Json(String text) {
            this.text = text;
        }

        Object document() {
            var value = value();
            space();
            if (at != text.length()) {
                throw wrong();
            }
            return value;
        }

        private Object value() {
            space();
            return switch (text.charAt(at)) {
                case '{' -> object();
                case '[' -> list();
                case '"' -> string();
                case 't' -> word("true", Boolean.TRUE);
                case 'f' -> word("false", Boolean.FALSE);
                case 'n' -> word("null", Optional.empty());
                default -> number();
            };
        }

        private Map<String, Object> object() {
            var fields = new LinkedHashMap<String, Object>();
            open();
            while (!closed('}', fields.isEmpty())) {
                space();
                var name = string();
                space();
                take(':');
                if (fields.put(name, value()) != null) {
                    throw wrong();
                }
            }
            return fields;
        }

        private List<Object> list() {
            var values = new ArrayList<Object>();
            open();
            while (!closed(']', values.isEmpty())) {
                values.add(value());
            }
            return values;
        }

        private void open() {
            at++;
            if (++depth > DEPTH) {
                throw wrong();
            }
        }

        private boolean closed(char by, boolean first) {
            space();
            if (text.charAt(at) == by) {
                at++;
                depth--;
                return true;
            }
            if (!first) {
                take(',');
            }
            return false;
        }

        private String string() {
            take('"');
            var string = new StringBuilder();
            while (text.charAt(at) != '"') {
                var next = text.charAt(at++);
                if (next < ' ') {
                    throw wrong();
                }
                string.append(next == '\\' ? escaped() : next);
            }
            at++;
            return string.toString();
        }

        private char escaped() {
            var next = text.charAt(at++);
            return switch (next) {
                case '"', '\\', '/' -> next;
                case 'b' -> '\b';
                case 'f' -> '\f';
                case 'n' -> '\n';
                case 'r' -> '\r';
                case 't' -> '\t';
                case 'u' -> {
                    at += 4;
                    yield (char) HexFormat.fromHexDigits(text, at - 4, at);
                }
                default -> throw wrong();
            };
        }

        private Object number() {
            var start = at;
            while (at < text.length() && "+-.0123456789eE".indexOf(text.charAt(at)) >= 0) {
                at++;
            }
            var number = text.substring(start, at);
            if (number.matches("-?(0|[1-9][0-9]{0,17})")) {
                return Long.valueOf(number);
            }
            if (number.matches("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?")) {
                return number.length();
            }
            throw wrong();
        }

        private Object word(String word, Object value) {
            if (!text.startsWith(word, at)) {
                throw wrong();
            }
            at += word.length();
            return value;
        }

        private void take(char expected) {
            if (text.charAt(at) != expected) {
                throw wrong();
            }
            at++;
        }

        private void space() {
            while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
                at++;
            }
        }

        private IllegalArgumentException wrong() {
            return new IllegalArgumentException("JSON at " + at);
        }
    }

    /** One element of DER (X.690). */
    private record Der(int tag, byte[] content, byte[] encoded) {

        static Der of(byte[] bytes) {
            var all = elements(bytes);
            if (all.size() != 1) {
                throw new IllegalArgumentException("DER");
            }
            return all.getFirst();
        }

        List<Der> children() {
            return elements(content);
        }

        Der child(int index) {
            return children().get(index);
        }

        private static List<Der> elements(byte[] bytes) {
            var elements = new ArrayList<Der>();
            var at = 0;
            while (at < bytes.length) {
                var start = at;
                var tag = bytes[at++] & 0xff;
                var length = bytes[at++] & 0xff;
                if (length >= 0x80) {
                    var count = length & 0x7f;
                    if (count == 0 || count > 3) {
                        throw new IllegalArgumentException("DER");
                    }
                    length = 0;
                    for (; count > 0; count--) {
                        length = length << 8 | bytes[at++] & 0xff;
                    }
                }
                if (length > bytes.length - at) {
                    throw new IllegalArgumentException("DER");
                }
                elements.add(new Der(
                        tag, Arrays.copyOfRange(bytes, at, at + length), Arrays.copyOfRange(bytes, start, at + length)));
                at += length;
            }
            return elements;
        }

        String oid() {
            if (tag != 0x06 || content.length == 0) {
                throw new IllegalArgumentException("DER");
            }
            var parts = new ArrayList<String>();
            var value = 0L;
            for (var part : content) {
                value = value << 7 | part & 0x7f;
                if (part >= 0) {
                    if (parts.isEmpty()) {
                        var first = Math.min(value / 40, 2);
                        parts.add(Long.toString(first));
                        value -= first * 40;
                    }
                    parts.add(Long.toString(value));
                    value = 0;
                }
            }
            return String.join(".", parts);
        }
    }
}
