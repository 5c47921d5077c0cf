package nl.voorelkaar.dossier.deadline;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a municipality sets under {@code voorelkaar.deadlines}.
 *
 * @param coolingOffDays 0 to 30
 * @param penaltyRates the amounts of Awb 4:17, from a day on; empty for those that the program knows
 * @param outages when people could send nothing through the portal
 */
@ConfigurationProperties("voorelkaar.deadlines")
record DeadlineSettings(
        @DefaultValue("14") int coolingOffDays,
        @DefaultValue("true") boolean coolingOffRolls,
        @DefaultValue("24") int urgentHours,
        @DefaultValue("1h") Duration outageCounts,
        @DefaultValue List<PenaltyRates.Rate> penaltyRates,
        @DefaultValue List<Outage> outages) {

    DeadlinePolicy policy() {
        return new DeadlinePolicy(coolingOffDays, coolingOffRolls, urgentHours, outageCounts);
    }

    PenaltyRates rates() {
        return penaltyRates.isEmpty() ? PenaltyRates.known() : new PenaltyRates(penaltyRates);
    }
}
