package nl.voorelkaar.dossier.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.dossier.vault.custody.KeyCustody;
import nl.voorelkaar.dossier.vault.custody.KeyNotHeld;
import nl.voorelkaar.dossier.vault.envelope.SecretKeyBytes;
import nl.voorelkaar.dossier.vault.envelope.XWing;

/**
 * Keys for the lines of a resident's ledger, which both faces write and only the resident face can read back.
 *
 * <p>Each resident has an X-Wing key pair; the private half is sealed to the audit key of the resident face's custody,
 * so that the workspace can make it for a resident who never signed in, and cannot open it. Lines are not sealed to
 * that key one by one: that costs 1.1 KB and 150 microseconds each. A process makes a <i>window</i>, a symmetric key
 * for the lines of one resident in five minutes, seals it once, and forgets it. What the workspace can read back is
 * what it wrote itself in those minutes.
 *
 * <p>Rows are written in transactions of their own: a window that a line refers to must not be rolled back with another
 * line. And on connections of their own: the line's transaction holds one already, and a pool in which everybody waits
 * for a second one stands still.
 *
 * <p>The public half is authenticated by the custody: who can write the table cannot make lines be sealed to another
 * key.
 */
final class AuditKeys {

    private static final Duration WINDOW = Duration.ofMinutes(5);
    private static final int MOST_WINDOWS = 20_000;

    private final BrokerDatabase main;
    private final KeyCustody custody;
    private final Contexts contexts;
    private final Clock clock;
    private final Cache<UUID, Window> writing;
    private final Cache<WindowOf, SecretKeyBytes> reading;

    record Window(UUID id, SecretKeyBytes key) {}

    private record WindowOf(UUID resident, UUID window) {}

    /** @param main the main database through connections that nobody else waits for */
    AuditKeys(BrokerDatabase main, KeyCustody custody, Contexts contexts, Clock clock) {
        this.main = main;
        this.custody = custody;
        this.contexts = contexts;
        this.clock = clock;
        this.writing = remembering();
        this.reading = remembering();
    }

    private <K, V> Cache<K, V> remembering() {
        return Caffeine.newBuilder()
                .maximumSize(MOST_WINDOWS)
                .expireAfterWrite(WINDOW)
                .ticker(() -> clock.millis() * 1_000_000)
                .build();
    }

    /** The window to write in now. */
    Window writing(UUID resident) {
        // Not inside the cache's lock: the work needs a database connection, and two at once do no harm.
        var window = writing.getIfPresent(resident);
        if (window == null) {
            window = begin(resident);
            writing.put(resident, window);
        }
        return window;
    }

    /** @throws KeyNotHeld when the window is unknown or this face cannot open it */
    SecretKeyBytes reading(UUID resident, UUID window) {
        var of = new WindowOf(resident, window);
        var key = reading.getIfPresent(of);
        if (key == null) {
            key = openWindow(of);
            reading.put(of, key);
        }
        return key;
    }

    private Window begin(UUID resident) {
        var id = UUID.randomUUID();
        var key = SecretKeyBytes.random();
        main.inTransaction(() -> {
            var owner = new ResidentId(resident);
            enter(owner);
            var audit = ensure(owner);
            return main.sql()
                    .sql("""
                            insert into dossier.audit_window
                                (resident_id, window_id, key_version, suite, sealed, created_at)
                            values (:resident, :window, :version, :suite, :sealed, :now)
                            """)
                    .param("resident", resident)
                    .param("window", id)
                    .param("version", audit.version())
                    .param("suite", XWing.SUITE)
                    .param("sealed", XWing.seal(audit.publicKey(), info(owner, id), key.exposed()))
                    .param("now", Sql.time(clock.instant()))
                    .update();
        });
        return new Window(id, key);
    }

    private record PublicHalf(int version, byte[] publicKey) {}

    private PublicHalf ensure(ResidentId resident) {
        return newest(resident)
                .or(() -> {
                    make(resident);
                    return newest(resident);
                })
                .orElseThrow();
    }

    private Optional<PublicHalf> newest(ResidentId resident) {
        return main.sql()
                .sql("""
                        select version, public_key, mac from dossier.audit_key
                        where resident_id = :resident order by version desc limit 1
                        """)
                .param("resident", resident.value())
                .query((row, n) -> {
                    var half = new PublicHalf(row.getInt(1), row.getBytes(2));
                    if (!MessageDigest.isEqual(mac(resident, half), row.getBytes(3))) {
                        throw new SecurityException("an audit key is not the one that was made");
                    }
                    return half;
                })
                .optional();
    }

    private void make(ResidentId resident) {
        try (var seed = SecretKeyBytes.random()) {
            var custodyVersion = custody.auditVersion();
            var half = new PublicHalf(1, XWing.publicKeyOf(seed));
            main.sql()
                    .sql("""
                            insert into dossier.audit_key
                                (resident_id, version, custody_version, suite, public_key, mac, sealed_private, created_at)
                            values (:resident, 1, :custody, :suite, :public, :mac, :private, :now)
                            on conflict do nothing
                            """)
                    .param("resident", resident.value())
                    .param("custody", custodyVersion)
                    .param("suite", XWing.SUITE)
                    .param("public", half.publicKey())
                    .param("mac", mac(resident, half))
                    .param(
                            "private",
                            XWing.seal(
                                    custody.auditPublicKey(custodyVersion),
                                    contexts.auditPrivate(resident, 1).bytes(),
                                    seed.exposed()))
                    .param("now", Sql.time(clock.instant()))
                    .update();
        }
    }

    private SecretKeyBytes openWindow(WindowOf of) {
        var resident = new ResidentId(of.resident());
        return main.inTransaction(() -> {
            enter(resident);
            return main.sql()
                    .sql("""
                            select w.sealed, k.version, k.custody_version, k.sealed_private
                            from dossier.audit_window w
                            join dossier.audit_key k on k.resident_id = w.resident_id and k.version = w.key_version
                            where w.resident_id = :resident and w.window_id = :window
                            """)
                    .param("resident", of.resident())
                    .param("window", of.window())
                    .query((row, n) -> {
                        try (var seed = SecretKeyBytes.owning(custody.openAudit(
                                row.getInt("custody_version"),
                                contexts.auditPrivate(resident, row.getInt("version"))
                                        .bytes(),
                                row.getBytes("sealed_private")))) {
                            return SecretKeyBytes.owning(
                                    XWing.open(seed, info(resident, of.window()), row.getBytes("sealed")));
                        }
                    })
                    .optional()
                    .orElseThrow(KeyNotHeld::new);
        });
    }

    private byte[] info(ResidentId resident, UUID window) {
        return contexts.auditWindow(resident, window).text().getBytes(UTF_8);
    }

    private byte[] mac(ResidentId resident, PublicHalf half) {
        return custody.index(
                contexts.auditPublic(resident, half.version(), half.publicKey()).bytes());
    }

    private void enter(ResidentId resident) {
        main.sql()
                .sql("select set_config('app.resident', :resident, true)")
                .param("resident", resident.toString())
                .query(String.class)
                .single();
    }
}
