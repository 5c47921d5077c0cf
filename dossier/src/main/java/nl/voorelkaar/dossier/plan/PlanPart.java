package nl.voorelkaar.dossier.plan;

import java.util.Optional;

/** A text of the plan that is written, and can be changed by two people at once, on its own. Stored by name. */
public enum PlanPart {
    RESULTAAT(PlanItem.RESULTAAT),
    TIJDPAD(PlanItem.TIJDPAD),
    /** Layer 1 of the kantelingspiramide: eigen mogelijkheden. */
    EIGEN(PlanItem.ARRANGEMENT),
    /** Layer 2: sociaal netwerk, omgeving. */
    NETWERK(PlanItem.ARRANGEMENT),
    /** Layer 3: algemene voorzieningen. */
    ALGEMEEN(PlanItem.ARRANGEMENT),
    /** Layer 4: collectieve en individuele ondersteuning. */
    INDIVIDUEEL(PlanItem.ARRANGEMENT),
    BIJDRAGE(PlanItem.BIJDRAGE),
    TAKEN(PlanItem.TAKEN),
    DUUR(PlanItem.DUUR),
    /** The resident's own words, which nobody else can change. Of no item: may stay empty. */
    WOORDEN(null);

    private final @org.jspecify.annotations.Nullable PlanItem item;

    PlanPart(@org.jspecify.annotations.Nullable PlanItem item) {
        this.item = item;
    }

    public Optional<PlanItem> item() {
        return Optional.ofNullable(item);
    }

    /** Whether only the resident writes it. */
    public boolean ofResidentOnly() {
        return this == WOORDEN;
    }
}
