package nl.voorelkaar.portal.resident.carer;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.voorelkaar.consent.Access;
import nl.voorelkaar.consent.AccessGate;
import nl.voorelkaar.consent.AccessRefused;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.Attempts;
import nl.voorelkaar.consent.Decision;
import nl.voorelkaar.consent.Face;
import nl.voorelkaar.consent.Handle;
import nl.voorelkaar.consent.Mandate;
import nl.voorelkaar.consent.MandateId;
import nl.voorelkaar.consent.Mandates;
import nl.voorelkaar.consent.OwnAct;
import nl.voorelkaar.consent.Representations;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.consent.ShownText;
import nl.voorelkaar.portal.access.ScreenWatch;
import nl.voorelkaar.portal.access.SignedIn;
import org.springframework.stereotype.Component;

/** As whom the person who is signed in may act. The only place of these pages that asks who is signed in. */
@Component
@Face.OnResident
class Capacities {

    private final SignedIn signedIn;
    private final Mandates mandates;
    private final Representations representations;
    private final AccessGate gate;
    private final Attempts attempts;
    private final ScreenWatch screens;

    Capacities(
            SignedIn signedIn,
            Mandates mandates,
            Representations representations,
            AccessGate gate,
            Attempts attempts,
            ScreenWatch screens) {
        this.signedIn = signedIn;
        this.mandates = mandates;
        this.representations = representations;
        this.gate = gate;
        this.attempts = attempts;
        this.screens = screens;
    }

    /** Closes this page soon after the resident stopped or narrowed what it rests on, or the law did. */
    void watch(CarerPage page, Namens namens, Runnable close) {
        var self = signedIn.resident();
        screens.watch(page, () -> stillHolds(self, namens), close);
    }

    private boolean stillHolds(Actor.Resident self, Namens namens) {
        return namens.byLaw()
                .map(one -> representations.heldBy(self).stream()
                        .filter(held -> held.representation().id().equals(one.id()))
                        .anyMatch(held -> opened(self, held).containsAll(namens.reads())))
                .orElseGet(() -> mandates.heldBy(self).stream()
                        .anyMatch(mandate -> mandate.id().value().equals(namens.id())
                                && mandate.live()
                                && mandate.scopes().containsAll(namens.scopes())));
    }

    /** By the name of the resident. */
    List<Mandate> all() {
        return mandates.heldBy(signedIn.resident());
    }

    /** Who is meant by the provider's word that this person came for another, when they may act for that one. */
    Optional<UUID> meant() {
        return signedIn.represents()
                .flatMap(whom -> Stream.concat(
                                byLaw().stream()
                                        .map(Representations.Held::representation)
                                        .filter(one -> one.of().equals(whom))
                                        .map(one -> one.id().value()),
                                all().stream()
                                        .filter(mandate ->
                                                mandate.live() && mandate.of().equals(whom))
                                        .map(mandate -> mandate.id().value()))
                        .findFirst());
    }

    /**
     * What only the resident does was tried: the decision refuses it, and it is in the log.
     *
     * @throws AccessRefused when this person does not act for the resident any more
     */
    void refused(Namens namens, OwnAct act) {
        var actor = namens.actor().get();
        try {
            gate.require(actor, act.in(namens.resident()));
            throw new IllegalStateException("nobody takes " + act.step() + " for another");
        } catch (AccessRefused refused) {
            if (refused.reason() != Decision.Reason.NEVER_DELEGATED) {
                throw refused;
            }
        }
    }

    String ownName() {
        return signedIn.name();
    }

    void giveUp(MandateId id, ShownText shown) {
        mandates.giveUp(signedIn.resident(), id, shown);
    }

    /** By law, by the order in which the desk wrote it down. */
    List<Representations.Held> byLaw() {
        return representations.heldBy(signedIn.resident());
    }

    private Optional<Namens> speaking(UUID id) {
        return byLaw().stream()
                .filter(held -> held.representation().id().value().equals(id))
                .findFirst()
                .map(held -> new Namens(held, opened(signedIn.resident(), held), () -> acting(held)));
    }

    private Actor.Acting acting(Representations.Held held) {
        return representations
                .acting(signedIn.resident(), held.representation().id())
                .orElseThrow(() -> new AccessRefused(Decision.Reason.STOPPED));
    }

    /** Asked outside requests too: by whom is told, and not looked up. */
    private Set<Section> opened(Actor.Resident self, Representations.Held held) {
        var everything = new Access(held.representation().of(), EnumSet.allOf(Section.class), Access.Action.READ);
        return representations.acting(self, held.representation().id()).stream()
                .flatMap(acting -> gate.decide(acting, everything).entrySet().stream())
                .filter(answer -> answer.getValue() instanceof Decision.Permitted)
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Section.class)));
    }

    /** @return empty when this person does not hold that mandate now, or it never was */
    Optional<Namens> of(MandateId id) {
        var held = all().stream()
                .filter(mandate -> mandate.id().equals(id) && mandate.live())
                .findFirst();
        if (held.isEmpty()) {
            var byLaw = speaking(id.value());
            if (byLaw.isPresent()) {
                return byLaw;
            }
            attempts.tried(signedIn.resident(), new Handle(id.value()));
        }
        return held.map(mandate -> new Namens(
                mandate,
                mandates.opens(mandate.scopes()),
                () -> mandates.acting(signedIn.resident(), id)
                        .orElseThrow(() -> new AccessRefused(Decision.Reason.STOPPED))));
    }
}
