package nl.voorelkaar.dossier.vault.custody;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.voorelkaar.consent.Face;
import nl.voorelkaar.dossier.vault.envelope.Cobblestone;
import nl.voorelkaar.dossier.vault.envelope.Context;
import nl.voorelkaar.dossier.vault.envelope.DoesNotOpen;
import nl.voorelkaar.dossier.vault.envelope.Ed25519;
import nl.voorelkaar.dossier.vault.envelope.Hkdf;
import nl.voorelkaar.dossier.vault.envelope.SecretKeyBytes;
import nl.voorelkaar.dossier.vault.envelope.XWing;

/**
 * Keys in encrypted files, for one machine.
 *
 * <p>{@code resident.keys} and {@code workspace.keys} each open with the password of their face and hold what that face
 * alone may use, and the key of {@code shared.keys}; {@code days/} has one file per expiry day, under that same shared
 * key.
 *
 * <p>Guarantee: without a password the files say nothing; a face that only has its own password cannot open the other's
 * file. A change is on disk whole or not at all, and other processes see it at their next call. Not guaranteed: who can
 * read the files and the memory of a running face has the keys of that face, and a destroyed day key may survive in a
 * backup of this directory: keep none of {@code days/}. A hardware module closes both.
 */
public final class FileCustody implements KeyCustody {

    private static final int SALT = 16;
    private static final String SHARED_FILE = "shared.keys";
    private static final String SHARED = "shared";
    private static final String TENANT = "tenant";
    private static final String INDEX = "index";
    private static final String AUDIT_SEED = "audit.seed";
    private static final String AUDIT_PUBLIC = "audit.public";
    private static final String SIGNING_SEED = "signing.seed";
    private static final String SIGNING_PUBLIC = "signing.public";
    private static final String SEAL_KEY = "seal.key";
    private static final String SEAL_CHAIN = "seal.chain";

    private final CustodyDirectory directory;
    private final Face face;
    private final byte[] faceSalt;
    private final SecretKeyBytes faceKey;
    private final SecretKeyBytes sharedKey;
    private volatile Loaded faceRing;
    private volatile Loaded sharedRing;

    private record Loaded(KeyRing ring, Optional<CustodyDirectory.Stamp> stamp) {}

    private FileCustody(CustodyDirectory directory, Face face, CustodyPassword password) {
        this.directory = directory;
        this.face = face;
        var stamp = directory.stamp(fileOf(face));
        var file = directory.read(fileOf(face)).orElseThrow(KeyNotHeld::new);
        if (file.length < SALT) {
            throw new DoesNotOpen();
        }
        this.faceSalt = Arrays.copyOf(file, SALT);
        this.faceKey = password.stretch(faceSalt);
        this.faceRing = new Loaded(openFace(file), stamp);
        this.sharedKey = faceRing.ring().secret(SHARED, 1);
        this.sharedRing = readShared();
    }

    /**
     * Opens the custody for one face.
     *
     * @throws KeyNotHeld when there is no custody in this directory
     * @throws SecurityException when the password does not open it
     */
    public static FileCustody open(Path directory, Face face, CustodyPassword password) {
        return new FileCustody(new CustodyDirectory(directory), face, password);
    }

    /**
     * Makes a custody where there is none; leaves one that is there untouched. Only whole custodies exist: the file
     * that {@link #open} needs first is written last.
     *
     * @param resident password of the resident face
     * @param workspace password of the workspace face; a different one in production
     * @param municipality whose seal it holds, until {@link #replaceSeal}
     * @return whether it was made now
     */
    public static boolean initialise(
            Path path, CustodyPassword resident, CustodyPassword workspace, String municipality) {
        var directory = new CustodyDirectory(path);
        directory.create();
        return directory.alone(() -> {
            if (directory.has(fileOf(Face.RESIDENT))) {
                return false;
            }
            var shared = SecretKeyBytes.random();
            var audit = SecretKeyBytes.random();
            var signing = SecretKeyBytes.random();
            var common = fresh(KeyRing.empty(), TENANT, INDEX, nameOf(Kek.MUNICIPAL), nameOf(Kek.DIRECTORY))
                    .with(AUDIT_PUBLIC, 1, XWing.publicKeyOf(audit));
            common = withSeal(common, SealStamp.selfMade(municipality));
            var ofResident = fresh(KeyRing.empty(), nameOf(Kek.OWN))
                    .with(SHARED, 1, shared.exposed())
                    .with(AUDIT_SEED, 1, audit.exposed())
                    .with(SIGNING_PUBLIC, 1, Ed25519.publicKeyOf(signing));
            var ofWorkspace = fresh(KeyRing.empty(), nameOf(Kek.GRANTEES))
                    .with(SHARED, 1, shared.exposed())
                    .with(SIGNING_SEED, 1, signing.exposed());
            directory.replace(SHARED_FILE, common.sealed(shared, contextOf(SHARED)));
            writeFace(directory, Face.WORKSPACE, workspace, ofWorkspace);
            writeFace(directory, Face.RESIDENT, resident, ofResident);
            return true;
        });
    }

    /** Gives a custody that was made without a seal one of its own making. @return whether it did */
    public boolean addSealUnlessThere(String municipality) {
        return directory.alone(() -> {
            if (shared().newest(SEAL_KEY) > 0) {
                return false;
            }
            writeShared(withSeal(shared(), SealStamp.selfMade(municipality)));
            return true;
        });
    }

    /** From now on this seal is used, by both faces. Certificates of earlier ones stay, their keys do not. */
    public void replaceSeal(SealStamp stamp) {
        directory.alone(() -> {
            writeShared(withSeal(shared(), stamp));
            return true;
        });
    }

    private static KeyRing withSeal(KeyRing ring, SealStamp stamp) {
        var version = ring.newest(SEAL_CHAIN) + 1;
        return ring.with(SEAL_KEY, 1, stamp.keyBytes()).with(SEAL_CHAIN, version, stamp.chainBytes());
    }

    private void writeShared(KeyRing ring) {
        directory.replace(SHARED_FILE, ring.sealed(sharedKey, contextOf(SHARED)));
    }

    private static KeyRing fresh(KeyRing ring, String... names) {
        var filled = ring;
        for (var name : names) {
            filled = filled.with(name, 1, SecretKeyBytes.random().exposed());
        }
        return filled;
    }

    private static void writeFace(CustodyDirectory directory, Face face, CustodyPassword password, KeyRing ring) {
        var salt = new byte[SALT];
        new SecureRandom().nextBytes(salt);
        directory.replace(fileOf(face), faceFile(salt, password.stretch(salt), face, ring));
    }

    private static byte[] faceFile(byte[] salt, SecretKeyBytes key, Face face, KeyRing ring) {
        var sealed = ring.sealed(key, contextOf(face.name()));
        var file = Arrays.copyOf(salt, SALT + sealed.length);
        System.arraycopy(sealed, 0, file, SALT, sealed.length);
        return file;
    }

    private static String fileOf(Face face) {
        return switch (face) {
            case RESIDENT -> "resident.keys";
            case WORKSPACE -> "workspace.keys";
        };
    }

    private static String nameOf(Kek kek) {
        return switch (kek) {
            case OWN -> "kek.own";
            case MUNICIPAL -> "kek.municipal";
            case DIRECTORY -> "kek.directory";
            case GRANTEES -> "kek.grantees";
        };
    }

    private static Context contextOf(String file) {
        return Context.of("custody/v1", file);
    }

    private static boolean ofOneFace(Kek kek) {
        return Stream.of(Face.values()).filter(kek::heldBy).count() == 1;
    }

    private KeyRing openFace(byte[] file) {
        return KeyRing.open(faceKey, contextOf(face.name()), Arrays.copyOfRange(file, SALT, file.length));
    }

    private Loaded readShared() {
        var stamp = directory.stamp(SHARED_FILE);
        var file = directory.read(SHARED_FILE).orElseThrow(KeyNotHeld::new);
        return new Loaded(KeyRing.open(sharedKey, contextOf(SHARED), file), stamp);
    }

    private KeyRing shared() {
        if (!sharedRing.stamp().equals(directory.stamp(SHARED_FILE))) {
            sharedRing = readShared();
        }
        return sharedRing.ring();
    }

    private KeyRing own() {
        var stamp = directory.stamp(fileOf(face));
        if (!faceRing.stamp().equals(stamp)) {
            faceRing = new Loaded(openFace(directory.read(fileOf(face)).orElseThrow(KeyNotHeld::new)), stamp);
        }
        return faceRing.ring();
    }

    private KeyRing ringOf(Kek kek) {
        if (!kek.heldBy(face)) {
            throw new KeyNotHeld();
        }
        return ofOneFace(kek) ? own() : shared();
    }

    @Override
    public String tenant() {
        return HexFormat.of().formatHex(shared().find(TENANT, 1).orElseThrow(KeyNotHeld::new), 0, 16);
    }

    @Override
    public boolean holds(Kek kek) {
        return kek.heldBy(face);
    }

    @Override
    public int newest(Kek kek) {
        return ringOf(kek).newest(nameOf(kek));
    }

    @Override
    public byte[] wrap(Kek kek, int version, SecretKeyBytes key, Context context) {
        try (var wrapping = ringOf(kek).secret(nameOf(kek), version)) {
            return Cobblestone.seal(wrapping, context, key.exposed());
        }
    }

    @Override
    public SecretKeyBytes unwrap(Kek kek, int version, byte[] wrapped, Context context) {
        try (var wrapping = ringOf(kek).secret(nameOf(kek), version)) {
            return SecretKeyBytes.owning(Cobblestone.open(wrapping, context, wrapped));
        }
    }

    @Override
    public int rotate(Kek kek) {
        return directory.alone(() -> {
            var ring = ringOf(kek);
            var version = ring.newest(nameOf(kek)) + 1;
            var next = ring.with(nameOf(kek), version, SecretKeyBytes.random().exposed());
            if (ofOneFace(kek)) {
                directory.replace(fileOf(face), faceFile(faceSalt, faceKey, face, next));
            } else {
                writeShared(next);
            }
            return version;
        });
    }

    @Override
    public byte[] index(byte[] value) {
        try (var key = shared().secret(INDEX, 1)) {
            return Hkdf.hmacSha256(key, value);
        }
    }

    @Override
    public void addDay(LocalDate day) {
        if (directory.has(fileOf(day))) {
            return;
        }
        directory.alone(() -> {
            if (!directory.has(fileOf(day))) {
                try (var key = SecretKeyBytes.random()) {
                    directory.replace(
                            fileOf(day), Cobblestone.seal(sharedKey, contextOf(day.toString()), key.exposed()));
                }
            }
            return true;
        });
    }

    @Override
    public SecretKeyBytes lock(LocalDate day, byte[] value) {
        // Read each time: what is not remembered cannot outlive its destruction.
        var file = directory.read(fileOf(day)).orElseThrow(KeyNotHeld::new);
        try (var key = SecretKeyBytes.owning(Cobblestone.open(sharedKey, contextOf(day.toString()), file))) {
            return SecretKeyBytes.owning(Hkdf.hmacSha256(key, value));
        }
    }

    @Override
    public SortedSet<LocalDate> days() {
        var days = new TreeSet<LocalDate>();
        for (var name : directory.list("days")) {
            if (name.endsWith(".key")) {
                days.add(LocalDate.parse(name.substring(0, name.length() - ".key".length())));
            }
        }
        return days;
    }

    @Override
    public boolean destroyDay(LocalDate day) {
        return directory.alone(() -> directory.destroy(fileOf(day)));
    }

    private static String fileOf(LocalDate day) {
        return "days/" + day + ".key";
    }

    @Override
    public int auditVersion() {
        return shared().newest(AUDIT_PUBLIC);
    }

    @Override
    public byte[] auditPublicKey(int version) {
        return shared().find(AUDIT_PUBLIC, version).orElseThrow(KeyNotHeld::new).clone();
    }

    @Override
    public byte[] openAudit(int version, byte[] info, byte[] sealed) {
        try (var seed = own().secret(AUDIT_SEED, version)) {
            return XWing.open(seed, info, sealed);
        }
    }

    @Override
    public byte[] sign(byte[] message) {
        try (var seed = own().secret(SIGNING_SEED, 1)) {
            return Ed25519.sign(seed, message);
        }
    }

    @Override
    public boolean signedByOrganisation(byte[] message, byte[] signature) {
        return Ed25519.verify(own().find(SIGNING_PUBLIC, 1).orElseThrow(KeyNotHeld::new), message, signature);
    }

    @Override
    public byte[] signFor(UUID reader, byte[] message) {
        try (var seed = seedFor(reader)) {
            return Ed25519.sign(seed, message);
        }
    }

    @Override
    public byte[] publicKeyFor(UUID reader) {
        try (var seed = seedFor(reader)) {
            return Ed25519.publicKeyOf(seed);
        }
    }

    /** Derived, not kept: each node has the same one, and a custody that was made earlier has it too. */
    private SecretKeyBytes seedFor(UUID reader) {
        try (var seed = own().secret(SIGNING_SEED, 1)) {
            return Hkdf.derive(seed, sharedKey, Context.of("reader/v1", tenant(), reader));
        }
    }

    @Override
    public List<X509Certificate> sealChain() {
        return stamp().chain();
    }

    @Override
    public List<X509Certificate> sealCertificates() {
        var ring = shared();
        return IntStream.rangeClosed(1, ring.newest(SEAL_CHAIN))
                .mapToObj(version -> ring.find(SEAL_CHAIN, version).orElseThrow(KeyNotHeld::new))
                .map(chain -> SealStamp.certificates(chain).getFirst())
                .toList();
    }

    @Override
    public byte[] seal(byte[] content) {
        return stamp().sign(content);
    }

    private SealStamp stamp() {
        var ring = shared();
        return SealStamp.of(
                ring.find(SEAL_KEY, 1).orElseThrow(KeyNotHeld::new),
                ring.find(SEAL_CHAIN, ring.newest(SEAL_CHAIN)).orElseThrow(KeyNotHeld::new));
    }
}
