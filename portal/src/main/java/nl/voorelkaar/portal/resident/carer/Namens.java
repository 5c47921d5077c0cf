package nl.voorelkaar.portal.resident.carer;

import java.util.Set;
import java.util.function.Supplier;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.Mandate;
import nl.voorelkaar.consent.MandateScope;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Section;

/**
 * For whom a page acts. Made from the address of the page, once, and kept by everything on it that can be clicked: what
 * another tab does, or this tab after going elsewhere, does not change for whom this page acts.
 *
 * @param reads sections that the mandate opens
 * @param actor asked at each act: a login can be renewed while the page is open
 */
record Namens(Mandate mandate, Set<Section> reads, Supplier<Actor.Acting> actor) {

    ResidentId resident() {
        return mandate.of();
    }

    /** The resident's name. */
    String name() {
        return mandate.resident().orElse("");
    }

    Set<MandateScope> scopes() {
        return mandate.scopes();
    }

    boolean may(MandateScope scope) {
        return mandate.scopes().contains(scope);
    }

    /** The address of a page of this capacity. */
    String path(String below) {
        return NamensPage.PATH + "/" + mandate.id() + below;
    }

    @Override
    public String toString() {
        return "Namens[" + mandate.id() + "]";
    }
}
