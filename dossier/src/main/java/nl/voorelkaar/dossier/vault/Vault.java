package nl.voorelkaar.dossier.vault;

import java.time.Clock;
import java.util.function.Supplier;
import nl.voorelkaar.consent.AccessGate;
import nl.voorelkaar.consent.RowScope;
import nl.voorelkaar.consent.Sealing;
import nl.voorelkaar.dossier.vault.custody.KeyCustody;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** The vault of one face: its parts, put together once. */
final class Vault {

    private final KeyBroker broker;
    private final Sealing sealing;
    private final BlindIndex index;
    private final ConsentKeys consentKeys;
    private final GranteeKeys granteeKeys;
    private final ExpiredKeys expiredKeys;
    private final KeyDestruction destruction;
    private final KeyRotation rotation;
    private final GrantKeys grants;
    private final BoundedKeys bounded;

    /**
     * @param audit the main database through connections of its own, see {@link AuditKeys}
     * @param binding asked late: the register of residents needs this vault itself
     * @param gate asked late: the ledger behind it needs this vault itself
     * @param records asked late: it stands on this vault
     */
    Vault(
            JdbcClient sql,
            PlatformTransactionManager transactions,
            RowScope rows,
            BrokerDatabase keystore,
            BrokerDatabase audit,
            KeyCustody custody,
            Assertions assertions,
            Supplier<SubjectBinding> binding,
            Supplier<AccessGate> gate,
            Supplier<ThingRecords> records,
            Clock clock) {
        var contexts = new Contexts(custody.tenant());
        var actors = new ActorCheck(assertions, binding);
        var branches = new BranchKeys(keystore, custody, contexts, clock);
        var parts = new KeyParts(keystore, branches, contexts, clock);
        var roots = new RootKeys(sql, keystore, branches, parts, contexts, clock);
        var epochs = new EpochKeys(sql, parts, contexts, clock);
        var labels = new Labels(sql, contexts);
        var leases = new GrantLeases(keystore, branches, contexts);
        var statutory = new StatutoryLeases(keystore, clock);
        var emergencies = new EmergencyLeases(keystore, clock);
        var carers = new CarerKeys(keystore, branches, contexts);
        var grantees = new GranteeRegister(sql, keystore, branches, carers, custody, contexts, clock);
        var boxes = new GrantBoxes(
                sql, custody, leases, new GrantHalves(keystore, parts), grantees, new OpenedBoxes(clock), contexts);
        this.bounded = new BoundedKeys(sql, custody, roots, epochs, leases, boxes, grantees, records, contexts);
        this.grants = new GrantKeys(sql, custody, roots, epochs, labels, leases, boxes, grantees, bounded, contexts);
        this.broker = new LocalKeyBroker(
                actors,
                gate,
                transactions,
                rows,
                roots,
                epochs,
                labels,
                boxes,
                bounded,
                statutory,
                emergencies,
                contexts);
        this.index = new CustodyIndex(custody);
        this.sealing = new VaultSealing(branches, new AuditKeys(audit, custody, contexts, clock), contexts, index);
        this.consentKeys = new ConsentKeys(
                actors,
                new LetterCheck(sealing),
                custody,
                rows,
                grants,
                leases,
                bounded,
                carers,
                statutory,
                emergencies);
        this.granteeKeys = new PublishedGranteeKeys(actors, grantees, transactions);
        this.expiredKeys = new ExpiredKeys(custody, leases, statutory, emergencies, clock);
        this.destruction = new DestroyedKeys(sql, roots, epochs, grants, parts);
        this.rotation = new KeyRotation(
                sql,
                transactions,
                rows,
                keystore,
                custody,
                branches,
                roots,
                parts,
                leases,
                grantees,
                carers,
                contexts,
                clock);
    }

    KeyBroker broker() {
        return broker;
    }

    Sealing sealing() {
        return sealing;
    }

    BlindIndex index() {
        return index;
    }

    ConsentKeys consentKeys() {
        return consentKeys;
    }

    Compartments compartments() {
        return bounded;
    }

    GranteeKeys granteeKeys() {
        return granteeKeys;
    }

    ExpiredKeys expiredKeys() {
        return expiredKeys;
    }

    KeyDestruction destruction() {
        return destruction;
    }

    GrantKeys grants() {
        return grants;
    }

    KeyRotation rotation() {
        return rotation;
    }
}
