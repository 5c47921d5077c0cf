package nl.voorelkaar.dossier.vault;

import java.time.Clock;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.dossier.vault.custody.KeyCustody;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Destroys the keys of expiry days that passed: every grant that ended on such a day is closed for good, in every copy
 * of the main database, whoever's private keys one has. For a job shortly after midnight; running it twice, or late,
 * does no harm: the decision itself looks at the clock.
 */
public final class ExpiredKeys {

    private static final Logger LOG = LoggerFactory.getLogger(ExpiredKeys.class);

    private final KeyCustody custody;
    private final GrantLeases leases;
    private final StatutoryLeases statutory;
    private final EmergencyLeases emergencies;
    private final Clock clock;

    ExpiredKeys(
            KeyCustody custody,
            GrantLeases leases,
            StatutoryLeases statutory,
            EmergencyLeases emergencies,
            Clock clock) {
        this.custody = custody;
        this.leases = leases;
        this.statutory = statutory;
        this.emergencies = emergencies;
        this.clock = clock;
    }

    /** @return how many day keys were destroyed now */
    public int destroyPassed() {
        var today = CalendarDays.dayOf(clock.instant());
        var destroyed = 0;
        for (var day : custody.days().headSet(today)) {
            if (custody.destroyDay(day)) {
                destroyed++;
                LOG.info("Destroyed the key of expiry day {}", day);
            }
        }
        leases.endPassed(today);
        statutory.endPassed(today);
        emergencies.endPassed();
        return destroyed;
    }
}
