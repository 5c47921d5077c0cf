package nl.voorelkaar.dossier;

import static nl.voorelkaar.dossier.DossierWorld.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import nl.voorelkaar.consent.LedgerEvent;
import nl.voorelkaar.consent.Mandate;
import nl.voorelkaar.consent.MandateId;
import nl.voorelkaar.consent.MandateScope;
import nl.voorelkaar.consent.Mandates;
import nl.voorelkaar.consent.Role;
import nl.voorelkaar.consent.ShownText;
import nl.voorelkaar.dossier.escalation.AveFase;
import nl.voorelkaar.dossier.escalation.EscalationEvent.Met;
import nl.voorelkaar.dossier.escalation.EscalationEvent.Reached;
import nl.voorelkaar.dossier.escalation.Escalations;
import nl.voorelkaar.dossier.procedure.ProcedureId;
import nl.voorelkaar.dossier.procedure.StepId;
import org.junit.jupiter.api.Test;

/** The ladder on both faces: with a case only, in the sight of the resident, and hidden from who acts for them. */
class EscalationsTests {

    private static final String WHY = "De schulden groeien en de huur is al drie maanden niet betaald.";

    private final DossierWorld world = DossierWorld.shared();
    private final Escalations home = world.resident.bean(Escalations.class);
    private final Escalations desk = world.workspace.bean(Escalations.class);

    private static StepId step() {
        return new StepId(UUID.randomUUID());
    }

    @Test
    void theResidentSeesWhereTheyStandWhoDirectsAndWhatWasTalkedAbout() {
        var omar = world.resident("Omar Haddad");
        var anouk = world.professional("Anouk Meijer", Role.GSP);
        world.assigns(anouk, omar.id());
        var id = new ProcedureId(UUID.randomUUID());
        desk.reach(anouk, omar.id(), id, step(), new Reached(AveFase.TWEE, "Anouk Meijer", WHY, true, ""));
        desk.meet(
                anouk,
                omar.id(),
                id,
                step(),
                new Met(AveFase.Opening.OVERLEG_MET_PARTNERS, List.of("De woningcorporatie"), true, "Zij wacht nog."));

        var seen = home.of(omar, omar.id()).orElseThrow();

        assertThat(seen.phase()).isEqualTo(AveFase.TWEE);
        assertThat(seen.reached().director()).isEqualTo("Anouk Meijer");
        assertThat(seen.steps()).hasSize(2);
        assertThat(world.log(omar, LedgerEvent.Kind.STEP_TAKEN))
                .extracting(line -> line.details().get("step"))
                .contains("opschaling.reach", "opschaling.meet");
    }

    @Test
    void nobodyWithoutTheCaseAndNobodyWhoActsForTheResidentSeesIt() {
        var fatima = world.resident("Fatima el Amrani");
        var youssef = world.resident("Youssef el Amrani");
        var anouk = world.professional("Anouk Meijer", Role.GSP);
        var other = world.professional("Iemand Anders", Role.GSP);
        world.assigns(anouk, fatima.id());
        desk.reach(
                anouk,
                fatima.id(),
                new ProcedureId(UUID.randomUUID()),
                step(),
                new Reached(AveFase.EEN, "Anouk Meijer", WHY, true, ""));
        var mandates = world.resident.bean(Mandates.class);
        var mandate = new MandateId(UUID.randomUUID());
        mandates.accept(youssef, mandates.invite(fatima, mandate).code(), "Youssef el Amrani");
        mandates.confirm(
                fatima,
                mandate,
                Set.of(MandateScope.LEZEN_PLAN),
                world.today().plusDays(30),
                Mandate.Digest.WEEKLY,
                "Fatima el Amrani",
                new ShownText("Y. el A. mag dit.", Locale.of("nl")));
        var carer = mandates.acting(youssef, mandate).orElseThrow();

        assertRefused(() -> home.of(carer, fatima.id()));
        assertRefused(() -> desk.of(other, fatima.id()));
    }
}
