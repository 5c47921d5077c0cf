package nl.voorelkaar.portal.resident.plan;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import nl.voorelkaar.consent.Face;
import nl.voorelkaar.dossier.FormKey;
import nl.voorelkaar.dossier.plan.Households;
import nl.voorelkaar.dossier.plan.Ondersteuningsplan;
import nl.voorelkaar.dossier.plan.Plans;
import nl.voorelkaar.portal.access.SignedIn;
import nl.voorelkaar.portal.plan.Keeping;
import nl.voorelkaar.portal.plan.Seat;
import nl.voorelkaar.portal.resident.draft.Drafting;
import org.springframework.stereotype.Component;

/** The plans of who is signed in. */
@Component
@Face.OnResident
class OwnPlan {

    static final String PATH = "/mijn/plan";

    private final Plans plans;
    private final SignedIn signedIn;
    private final Drafting drafting;
    private final Households households;
    private final Clock clock;

    OwnPlan(Plans plans, SignedIn signedIn, Drafting drafting, Households households, Clock clock) {
        this.plans = plans;
        this.signedIn = signedIn;
        this.drafting = drafting;
        this.households = households;
        this.clock = clock;
    }

    Seat seat() {
        var me = signedIn.resident();
        Keeping keeping = (form, basedOn, fields) -> {
            var kept = drafting.of(new FormKey(form), basedOn, fields);
            return Optional.of(new Keeping.Kept(kept, kept::done));
        };
        return Seat.of(plans, signedIn::resident, signedIn.name(), me.id(), PATH, keeping, clock);
    }

    JoinCard joining(Seat seat, Consumer<Ondersteuningsplan> joined) {
        return new JoinCard(signedIn, households, seat, joined);
    }

    /** Newest first. */
    List<Ondersteuningsplan> all() {
        var me = signedIn.resident();
        return plans.of(me, me.id());
    }

    /** The one that matters now. */
    Optional<Ondersteuningsplan> newest() {
        return all().stream().findFirst();
    }
}
