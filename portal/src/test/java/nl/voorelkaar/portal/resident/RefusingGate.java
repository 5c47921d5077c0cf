package nl.voorelkaar.portal.resident;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import nl.voorelkaar.consent.Access;
import nl.voorelkaar.consent.AccessGate;
import nl.voorelkaar.consent.AccessRefused;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.Decision;
import nl.voorelkaar.consent.OwnAct;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Section;

/** Allows nothing, and remembers what was asked. */
final class RefusingGate implements AccessGate {

    final List<Access> asked = new ArrayList<>();

    @Override
    public Map<Section, Decision> decide(Actor actor, Access access) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Map<Section, Decision.Permitted> require(Actor actor, Access access) {
        asked.add(access);
        throw new AccessRefused(
                Arrays.stream(OwnAct.values())
                                .map(OwnAct::step)
                                .anyMatch(
                                        act -> access.step().filter(act::equals).isPresent())
                        ? Decision.Reason.NEVER_DELEGATED
                        : Decision.Reason.RIGHT_NOT_GRANTED);
    }

    @Override
    public Map<Section, Decision.Permitted> requireAny(Actor actor, Access access) {
        return require(actor, access);
    }

    @Override
    public <T> Optional<Found<T>> requireFound(
            Actor actor,
            ResidentId resident,
            Function<Map<Section, Decision.Permitted>, Optional<T>> look,
            Function<T, Section> place) {
        throw new UnsupportedOperationException();
    }
}
