package nl.voorelkaar.portal.workspace.emergency;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import nl.voorelkaar.consent.Emergency;
import nl.voorelkaar.consent.EmergencyReason;
import nl.voorelkaar.consent.EmergencyRefused;
import nl.voorelkaar.consent.Justification;
import nl.voorelkaar.portal.ui.Dates;
import nl.voorelkaar.portal.ui.Words;

/** Emergency access in words. */
final class EmergencyWords {

    private EmergencyWords() {}

    static String reason(EmergencyReason reason) {
        return Words.say("nood.reason." + low(reason));
    }

    static String state(Emergency.State state) {
        return Words.say("workspace.nood.state." + low(state));
    }

    static String refused(EmergencyRefused refused) {
        return Words.say("nood.refused." + low(refused.reason()));
    }

    /** The last day on which a review is in time. */
    static String lastDay(Instant exclusive) {
        return Dates.day(Dates.lastDay(exclusive));
    }

    /** Empty when it is too short or too long. */
    static Optional<Justification> typed(String text) {
        try {
            return Optional.of(new Justification(text));
        } catch (IllegalArgumentException notOne) {
            return Optional.empty();
        }
    }

    private static String low(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
