package nl.voorelkaar.consent;

import java.time.Duration;
import java.util.UUID;

/**
 * How often one person may do what can be used for guessing or pestering. Counted per node and by the product's clock:
 * a brake, not a promise over all nodes together. A restart begins anew.
 */
public interface RateLimits {

    /** Takes one turn. @return false, and nothing taken, when there is none left now */
    boolean take(Limit limit, UUID who);

    /**
     * Gives back the turn of a guess that proved to be none, so that nobody who serves many people runs out. Never more
     * than the limit's turns.
     */
    void giveBack(Limit limit, UUID who);

    /** What is limited: so many turns, all given back evenly over the period. */
    enum Limit {
        CODE_REDEMPTION(10, Duration.ofMinutes(10)),
        /** Codes of mandates, typed by one person. */
        MANDATE_CODE(5, Duration.ofMinutes(10)),
        BSN_LOOKUP(30, Duration.ofHours(1)),
        REQUEST(60, Duration.ofHours(1)),
        /** Messages of people who worry about somebody, from one network address, which a whole library may have. */
        WORRY(30, Duration.ofHours(1)),
        /** The same from all addresses together, so that what waits stays readable for people. */
        WORRIES(100, Duration.ofHours(1)),
        /** Codes from letters, typed by one worker of the desk or from one network address. */
        DESK_CODE(10, Duration.ofMinutes(10)),
        /** Lines in a ledger about one worker of the desk who serves one resident. */
        DESK_VISIT(1, Duration.ofMinutes(10)),
        /** What one worker of the desk writes down. */
        DESK_ACT(60, Duration.ofHours(1)),
        /** Lines in a ledger about attempts of one person at one dossier. */
        ATTEMPT(1, Duration.ofMinutes(10));

        private final int turns;
        private final Duration period;

        Limit(int turns, Duration period) {
            this.turns = turns;
            this.period = period;
        }

        public int turns() {
            return turns;
        }

        public Duration period() {
            return period;
        }
    }
}
