package nl.voorelkaar.portal;

import java.time.Clock;
import nl.voorelkaar.consent.Consults;
import nl.voorelkaar.consent.Emergencies;
import nl.voorelkaar.consent.Handovers;
import nl.voorelkaar.dossier.Documents;
import nl.voorelkaar.dossier.deadline.Deadlines;
import nl.voorelkaar.dossier.decision.Decisions;
import nl.voorelkaar.dossier.escalation.EscalationType;
import nl.voorelkaar.dossier.escalation.Escalations;
import nl.voorelkaar.dossier.expert.Experts;
import nl.voorelkaar.dossier.handover.WarmHandovers;
import nl.voorelkaar.dossier.intake.Intake;
import nl.voorelkaar.dossier.intake.OnderzoekType;
import nl.voorelkaar.dossier.objection.Objections;
import nl.voorelkaar.portal.plan.MemoryHouseholds;
import nl.voorelkaar.portal.plan.MemoryPlans;
import org.springframework.context.annotation.Bean;

/** What stands behind the screens of both faces, kept in memory. */
public abstract class RememberedHouse extends AtAScreen.Ground {

    @Bean
    Looks looks() {
        return new Looks();
    }

    @Bean
    RememberedProcedures procedures(Clock clock) {
        return new RememberedProcedures(clock);
    }

    @Bean
    Deadlines deadlines() {
        return Deadlines.usual();
    }

    @Bean
    Decisions decisions(RememberedProcedures procedures, Deadlines deadlines) {
        return procedures.decisions(deadlines);
    }

    @Bean
    Objections objections(RememberedProcedures procedures, Deadlines deadlines) {
        return procedures.objections(deadlines);
    }

    @Bean
    Intake intake(RememberedProcedures procedures, Deadlines deadlines) {
        return Partly.made(Intake.class, procedures, new OnderzoekType(deadlines));
    }

    @Bean
    Escalations escalations(RememberedProcedures procedures) {
        return Partly.made(Escalations.class, procedures, new EscalationType());
    }

    @Bean
    MemoryPlans plans(Clock clock) {
        return new MemoryPlans(clock);
    }

    @Bean
    MemoryHouseholds households(MemoryPlans plans) {
        return new MemoryHouseholds(plans);
    }

    @Bean
    RememberedConsults rememberedConsults(Clock clock) {
        return new RememberedConsults(clock);
    }

    @Bean
    Consults consults(RememberedConsults remembered) {
        return Partly.as(Consults.class, remembered);
    }

    @Bean
    Experts experts(RememberedConsults remembered) {
        return Partly.as(Experts.class, remembered);
    }

    @Bean
    RememberedHandovers rememberedHandovers(Clock clock) {
        return new RememberedHandovers(clock);
    }

    @Bean
    Handovers handovers(RememberedHandovers remembered) {
        return Partly.as(Handovers.class, remembered);
    }

    @Bean
    WarmHandovers warm(RememberedHandovers remembered) {
        return Partly.as(WarmHandovers.class, remembered);
    }

    @Bean
    RememberedEmergencies remembered(Clock clock) {
        return new RememberedEmergencies(clock);
    }

    @Bean
    Emergencies emergencies(RememberedEmergencies remembered) {
        return Partly.as(Emergencies.class, remembered);
    }

    @Bean
    Documents documents() {
        return Partly.as(Documents.class, new Object());
    }
}
