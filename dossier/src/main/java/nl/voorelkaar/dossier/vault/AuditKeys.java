package nl.voorelkaar.dossier.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.RowScope;
import nl.voorelkaar.dossier.vault.custody.KeyCustody;
import nl.voorelkaar.dossier.vault.custody.KeyNotHeld;
import nl.voorelkaar.dossier.vault.envelope.SecretKeyBytes;
import nl.voorelkaar.dossier.vault.envelope.XWing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keys for the lines of a resident's ledger, which both faces write and only the resident face can read back.
 *
 * <p>Each resident has an X-Wing key pair; the private half is sealed to the audit key of the resident face's custody, so
 * that the workspace can make it for a resident who never signed in, and cannot open it. Lines are not sealed to that key
 * one by one: that costs 1.1 KB and 150 microseconds each. A process makes a <i>window</i>, a symmetric key for the lines of
 * one resident in five minutes, seals it once, and forgets it. What the workspace can read back is what it wrote itself in
 * those minutes.
 *
 * <p>Rows are written in transactions of their own: a window that a line refers to must not be rolled back with another line.
 */
final class AuditKeys {

    private static final Duration WINDOW = Duration.ofMinutes(5);
    private static final int MOST_WINDOWS = 20_000;

    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final RowScope rows;
    private final KeyCustody custody;
    private final Contexts contexts;
    private final Clock clock;
    private final Cache<UUID, Window> writing;
    private final Cache<WindowOf, SecretKeyBytes> reading;

    record Window(UUID id, SecretKeyBytes key) {}

    private record WindowOf(UUID resident, UUID window) {}

    AuditKeys(
            JdbcClient sql,
            PlatformTransactionManager transactions,
            RowScope rows,
            KeyCustody custody,
            Contexts contexts,
            Clock clock) {
        this.sql = sql;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.rows = rows;
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
        transaction.executeWithoutResult(status -> {
            var owner = new ResidentId(resident);
            rows.enter(owner);
            var audit = ensure(owner);
            sql.sql("""
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
        return sql.sql("""
                        select version, public_key from dossier.audit_key
                        where resident_id = :resident order by version desc limit 1
                        """)
                .param("resident", resident.value())
                .query((row, n) -> new PublicHalf(row.getInt(1), row.getBytes(2)))
                .optional();
    }

    private void make(ResidentId resident) {
        try (var seed = SecretKeyBytes.random()) {
            var custodyVersion = custody.auditVersion();
            sql.sql("""
                            insert into dossier.audit_key
                                (resident_id, version, custody_version, suite, public_key, sealed_private, created_at)
                            values (:resident, 1, :custody, :suite, :public, :private, :now) on conflict do nothing
                            """)
                    .param("resident", resident.value())
                    .param("custody", custodyVersion)
                    .param("suite", XWing.SUITE)
                    .param("public", XWing.publicKeyOf(seed))
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
        return transaction.execute(status -> {
            rows.enter(resident);
            return sql.sql("""
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
}
