package nl.voorelkaar.dossier;

import static nl.voorelkaar.consent.Section.GELD;
import static nl.voorelkaar.consent.Section.VERHAAL;
import static nl.voorelkaar.dossier.DossierWorld.newId;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.validation.Validators;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.Grants;
import nl.voorelkaar.consent.LogExport;
import nl.voorelkaar.consent.Role;
import nl.voorelkaar.dossier.bag.Enclosures;
import nl.voorelkaar.dossier.fhir.FhirView;
import nl.voorelkaar.dossier.plan.PlanPart;
import nl.voorelkaar.dossier.plan.PlanStep;
import nl.voorelkaar.dossier.plan.PlanWay;
import nl.voorelkaar.dossier.plan.Plans;
import nl.voorelkaar.dossier.plan.TaskOwner;
import nl.voorelkaar.dossier.procedure.ProcedureId;
import nl.voorelkaar.dossier.procedure.StepId;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a real dossier looks like in FHIR, and what the validator of HL7 says of it. */
class FhirViewTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final DossierWorld world = DossierWorld.shared();
    private final Plans plans = world.resident.bean(Plans.class);
    private final Actor.Resident me = world.resident("Fleur in FHIR");
    private final FhirView view = new FhirView(
            "https://voorelkaar.example", me.id(), world.resident.residents().profile(me), world.clock.instant());

    @Test
    void everyResourceIsAsTheStandardSays() throws IOException {
        var bram = world.professional("Bram", Role.GSP);
        world.stops(me, world.grants(me, bram, world.toRead(VERHAAL)));
        world.grants(me, bram, world.toReadAndAdd(GELD));
        var grants = world.resident.bean(Grants.class).of(me);
        var document = world.resident
                .documents()
                .add(
                        me,
                        me.id(),
                        newId(),
                        world.about(GELD, "Brief", ""),
                        "brief.txt",
                        new ByteArrayInputStream("U krijgt 12 euro.".getBytes(StandardCharsets.UTF_8)));
        var kept = FhirView.Kept.of(
                new Enclosures.Carried(document, Optional.empty()),
                new Enclosures.InBag("documents/" + document.id() + "/1.txt", "text/plain"));
        var events = new ArrayList<String>();
        world.resident.bean(LogExport.class).auditEvents(me, events::add);
        aPlan();

        var consents = valid(view.consents(grants));
        var carePlans = valid(view.carePlans(plans.of(me, me.id()), "Mijn plan", PlanPart::name));
        var documents = valid(view.documents(List.of(kept)));
        var audit = valid(view.auditEvents(events));

        assertThat(consents)
                .extracting(consent -> consent.get("status").asString())
                .containsExactlyInAnyOrder("active", "inactive");
        assertThat(carePlans).singleElement().satisfies(plan -> {
            assertThat(plan.at("/contained/0/description/text").asString()).isEqualTo("Weer onder de mensen");
            assertThat(plan.at("/activity/0/detail/description").asString()).isEqualTo("Bellen met het buurthuis");
            assertThat(plan.at("/note/0/text").asString()).contains("Ik wil vaker naar buiten");
        });
        assertThat(documents)
                .singleElement()
                .satisfies(
                        file -> assertThat(file.at("/content/0/attachment/url").asString())
                                .isEqualTo("../documents/" + document.id() + "/1.txt"));
        assertThat(audit).hasSameSizeAs(events).hasSizeGreaterThan(4);
    }

    @Test
    void theValidatorRefusesWhatIsNotSo() {
        var consents = new String(view.consents(List.of()), StandardCharsets.UTF_8);

        assertThat(Validators.fhirErrors(
                        consents.replace("\"collection\"", "\"verzameling\"").getBytes(StandardCharsets.UTF_8)))
                .isNotEmpty();
    }

    private void aPlan() {
        var id = plans.start(step(new ProcedureId(UUID.randomUUID())), PlanWay.SAMEN, Optional.empty())
                .id();
        plans.take(
                step(id),
                "write",
                (plan, by, now) -> plan.write(by, PlanPart.RESULTAAT, "Ik wil vaker naar buiten", false, 0));
        var goal = UUID.randomUUID();
        plans.take(step(id), "goal", (plan, by, now) -> plan.setGoal(by, goal, "Weer onder de mensen", 0));
        plans.take(
                step(id),
                "task",
                (plan, by, now) -> plan.setTask(
                        by,
                        UUID.randomUUID(),
                        goal,
                        "Bellen met het buurthuis",
                        TaskOwner.RESIDENT,
                        "",
                        Optional.of(world.today().plusDays(7)),
                        0));
    }

    private PlanStep step(ProcedureId plan) {
        return new PlanStep(me, me.id(), plan, new StepId(UUID.randomUUID()));
    }

    /** The resources after the Patient, when all of them are right. */
    private static List<JsonNode> valid(byte[] bundle) {
        assertThat(Validators.fhirErrors(bundle)).isEmpty();
        return JSON.readTree(bundle)
                .get("entry")
                .valueStream()
                .skip(1)
                .map(entry -> entry.get("resource"))
                .toList();
    }
}
