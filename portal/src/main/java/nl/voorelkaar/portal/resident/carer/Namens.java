package nl.voorelkaar.portal.resident.carer;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.Boundary;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.Mandate;
import nl.voorelkaar.consent.MandateScope;
import nl.voorelkaar.consent.Representation;
import nl.voorelkaar.consent.Representations;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Section;

/**
 * For whom a page acts. Made from the address of the page, once, and kept by everything on it that can be clicked: what
 * another tab does, or this tab after going elsewhere, does not change for whom this page acts.
 *
 * @param name the resident's
 * @param scopes of the mandate; empty when one speaks by law
 * @param boundary the one thing that the mandate is for
 * @param byLaw as what, when it is not by a mandate
 * @param reads sections that it opens now
 * @param actor asked at each act: a login can be renewed while the page is open
 */
record Namens(
        UUID id,
        ResidentId resident,
        String name,
        Set<MandateScope> scopes,
        Optional<Representation> byLaw,
        Optional<Boundary> boundary,
        Optional<Instant> until,
        Set<Section> reads,
        Supplier<Actor.Acting> actor) {

    Namens(Mandate mandate, Set<Section> reads, Supplier<Actor.Acting> actor) {
        this(
                mandate.id().value(),
                mandate.of(),
                mandate.resident().orElse(""),
                mandate.scopes(),
                Optional.empty(),
                mandate.boundary(),
                Optional.of(mandate.until()),
                reads,
                actor);
    }

    Namens(Representations.Held held, Set<Section> reads, Supplier<Actor.Acting> actor) {
        this(
                held.representation().id().value(),
                held.representation().of(),
                held.name(),
                Set.of(),
                Optional.of(held.representation()),
                Optional.empty(),
                held.representation().lastDay().map(CalendarDays::endOf),
                reads,
                actor);
    }

    boolean may(MandateScope scope) {
        return scopes.contains(scope);
    }

    /** The address of a page of this capacity. */
    String path(String below) {
        return NamensPage.PATH + "/" + id + below;
    }

    @Override
    public String toString() {
        return "Namens[" + id + "]";
    }
}
