package nl.voorelkaar.dossier.vault;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.ConsentEvent;
import nl.voorelkaar.consent.GrantId;
import nl.voorelkaar.consent.LetterCode;
import nl.voorelkaar.consent.PersonId;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.RowScope;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.dossier.vault.custody.Kek;
import nl.voorelkaar.dossier.vault.custody.KeyCustody;
import org.springframework.context.event.EventListener;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Lets keys follow consent, inside the transaction of the decision: when keys cannot be made or destroyed, nothing was
 * decided.
 *
 * <p>The keystore is another database and commits first. A lease that was taken away stays away when the decision is
 * rolled back; one that was given is taken back.
 */
final class ConsentKeys {

    private final ActorCheck actors;
    private final LetterCheck letters;
    private final KeyCustody custody;
    private final RowScope rows;
    private final GrantKeys grants;
    private final GrantLeases leases;
    private final BoundedKeys bounded;
    private final CarerKeys carers;
    private final StatutoryLeases statutory;
    private final EmergencyLeases emergencies;

    ConsentKeys(
            ActorCheck actors,
            LetterCheck letters,
            KeyCustody custody,
            RowScope rows,
            GrantKeys grants,
            GrantLeases leases,
            BoundedKeys bounded,
            CarerKeys carers,
            StatutoryLeases statutory,
            EmergencyLeases emergencies) {
        this.actors = actors;
        this.letters = letters;
        this.custody = custody;
        this.rows = rows;
        this.grants = grants;
        this.leases = leases;
        this.bounded = bounded;
        this.carers = carers;
        this.statutory = statutory;
        this.emergencies = emergencies;
    }

    @EventListener
    void on(ConsentEvent.Granted event) {
        said(event.resident(), event.to().value(), event.sections(), event.by(), event.letter());
        var holders = new ArrayList<Holder>();
        holders.add(Holder.of(event.to()));
        event.team().map(Holder::of).ifPresent(holders::add);
        begin(event.resident(), event.grant(), holders, event.sections(), event.lastDay(), event.replaces());
    }

    /** By the resident who is here, or by the letter that came back. */
    private void said(ResidentId resident, UUID to, Set<Section> sections, Actor by, Optional<LetterCode> letter) {
        letter.ifPresentOrElse(code -> letters.require(resident, code, to, sections), () -> actors.require(by));
    }

    /** Sections that nobody but the holder of the version before had are closed to that holder from a new epoch on. */
    private void begin(
            ResidentId resident,
            GrantId keys,
            List<Holder> holders,
            Set<Section> sections,
            LocalDate lastDay,
            Optional<GrantId> replaces) {
        rows.enter(resident);
        var dropped = grants.dropped(resident, replaces, sections);
        replaces.ifPresent(replaced -> grants.end(resident, replaced));
        if (!sections.isEmpty()) {
            onRollback(() -> leases.end(resident, keys));
            grants.begin(resident, keys, holders, sections, lastDay);
        }
        grants.startNewEpochs(resident, dropped);
    }

    @EventListener
    void on(ConsentEvent.Stopped event) {
        grants.startNewEpochs(event.resident(), ended(event.resident(), event.grant()));
    }

    /** @return the sections of which somebody had the key by it */
    private Set<Section> ended(ResidentId resident, GrantId keys) {
        rows.enter(resident);
        var had = grants.sections(resident, keys);
        grants.end(resident, keys);
        return had;
    }

    /** Needs no key of the resident: it can only close. The new epoch follows on the resident face. */
    @EventListener
    void on(ConsentEvent.StoppedAtDesk event) {
        leases.end(event.resident(), event.grant());
    }

    @EventListener
    void on(ConsentEvent.Paused event) {
        onRollback(() -> leases.resume(event.resident(), event.grant()));
        leases.pause(event.resident(), event.grant());
    }

    @EventListener
    void on(ConsentEvent.Resumed event) {
        onRollback(() -> leases.pause(event.resident(), event.grant()));
        leases.resume(event.resident(), event.grant());
    }

    @EventListener
    void on(ConsentEvent.Expired event) {
        var had = ended(event.resident(), event.grant());
        // The workspace cannot wrap for the grants that are left; its day key is gone all the same.
        if (custody.holds(Kek.OWN)) {
            grants.startNewEpochs(event.resident(), had);
        }
    }

    @EventListener
    void on(ConsentEvent.MandateAccepted event) {
        actors.require(event.carer());
        carers.ensure(Holder.of(PersonId.of(event.carer().id())));
    }

    @EventListener
    void on(ConsentEvent.Mandated event) {
        said(event.resident(), event.to().value(), event.sections(), event.by(), event.letter());
        var holder = List.of(Holder.of(event.to()));
        begin(event.resident(), event.keys(), holder, event.sections(), event.lastDay(), event.replaces());
    }

    @EventListener
    void on(ConsentEvent.MandateEnded event) {
        grants.startNewEpochs(event.resident(), ended(event.resident(), event.keys()));
    }

    @EventListener
    void on(ConsentEvent.Bounded event) {
        actors.require(event.by());
        rows.enter(event.resident());
        var holder = event.party()
                .map(Holder::of)
                .or(() -> event.person().map(Holder::of))
                .orElseThrow();
        onRollback(() -> leases.end(event.resident(), event.keys()));
        bounded.begin(event.resident(), event.keys(), holder, event.thing(), event.section(), event.lastDay());
    }

    /** Nobody had the key of a section by it: there is no epoch to begin. */
    @EventListener
    void on(ConsentEvent.BoundedEnded event) {
        grants.end(event.resident(), event.keys());
    }

    @EventListener
    void on(ConsentEvent.Assigned event) {
        onRollback(() -> statutory.end(event.resident(), event.assignment()));
        statutory.begin(event.resident(), event.assignment(), event.to(), event.sections(), event.lastDay());
    }

    @EventListener
    void on(ConsentEvent.AssignmentEnded event) {
        statutory.end(event.resident(), event.assignment());
    }

    @EventListener
    void on(ConsentEvent.EmergencyOpened event) {
        actors.require(event.by());
        onRollback(() -> emergencies.end(event.resident(), event.emergency()));
        emergencies.begin(event.resident(), event.emergency(), event.by().id(), event.sections(), event.until());
    }

    @EventListener
    void on(ConsentEvent.EmergencyExtended event) {
        actors.require(event.by());
        emergencies.extend(event.resident(), event.emergency(), event.until());
    }

    @EventListener
    void on(ConsentEvent.EmergencyEnded event) {
        emergencies.end(event.resident(), event.emergency());
    }

    private static void onRollback(Runnable undo) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                if (status == STATUS_ROLLED_BACK) {
                    undo.run();
                }
            }
        });
    }
}
