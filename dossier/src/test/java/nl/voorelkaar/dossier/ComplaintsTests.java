package nl.voorelkaar.dossier;

import static nl.voorelkaar.dossier.DossierWorld.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.CaseAssignments;
import nl.voorelkaar.consent.LedgerEvent;
import nl.voorelkaar.consent.PartyId;
import nl.voorelkaar.consent.Role;
import nl.voorelkaar.dossier.complaint.ComplaintEvent;
import nl.voorelkaar.dossier.complaint.ComplaintEvent.Judgement;
import nl.voorelkaar.dossier.complaint.ComplaintEvent.NoHearing;
import nl.voorelkaar.dossier.complaint.ComplaintEvent.Side;
import nl.voorelkaar.dossier.complaint.ComplaintEvent.Whom;
import nl.voorelkaar.dossier.complaint.Complaints;
import nl.voorelkaar.dossier.complaint.Klacht;
import nl.voorelkaar.dossier.decision.CopiedLetters;
import nl.voorelkaar.dossier.decision.ReadyLetter;
import nl.voorelkaar.dossier.decision.Sending;
import nl.voorelkaar.dossier.procedure.CaseDesk;
import nl.voorelkaar.dossier.procedure.PaperId;
import nl.voorelkaar.dossier.procedure.ProcedureHead;
import nl.voorelkaar.dossier.procedure.ProcedureId;
import nl.voorelkaar.dossier.procedure.StepId;
import nl.voorelkaar.dossier.procedure.StepRefused;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** A complaint from the resident's words to the municipality's judgement, on both faces. */
class ComplaintsTests {

    private final DossierWorld world = DossierWorld.shared();
    private final Complaints home = world.resident.bean(Complaints.class);
    private final Complaints desk = world.workspace.bean(Complaints.class);
    private final CaseDesk cases = world.workspace.bean(CaseDesk.class);

    @Test
    void goldenScenarioS14AComplaintIsNeverGivenToWhomItIsAbout() {
        var fatima = world.resident("Fatima");
        var anouk = world.professional("Anouk Meijer", Role.GSP);
        world.assigns(anouk, fatima.id());
        var id = complains(fatima, anouk.id());
        var manager = world.professional("Teammanager", Role.TM);

        assertNotGiven(manager, id, anouk);
        assertRefused(() -> desk.find(anouk, fatima.id(), id));
    }

    @Test
    void whoHandlesOneComplaintSeesNothingOfOneAboutThemselves() {
        var fatima = world.resident("Fatima");
        var ingrid = world.professional("Ingrid Smit", Role.KLB);
        var manager = world.professional("Teammanager", Role.TM);
        var first = complains(fatima, new ComplaintEvent.About(Whom.MUNICIPALITY, Optional.empty(), Optional.empty()));
        cases.give(manager, waiting(manager, first), ingrid.id(), world.today().plusDays(60));
        var second = complains(fatima, ingrid.id());

        assertNotGiven(manager, second, ingrid);
        assertRefused(() -> desk.find(ingrid, fatima.id(), second));
        assertThat(desk.of(ingrid, fatima.id())).extracting(Klacht::id).containsExactly(first);
        assertThatThrownBy(() -> takes(
                        ingrid, fatima, second, "begin-informally", (now, by, at) -> now.beginInformally(by, "Kom")))
                .hasMessageContaining("about-you");
    }

    private void assertNotGiven(Actor.Professional manager, ProcedureId id, Actor.Professional accused) {
        var waiting = waiting(manager, id);
        assertThat(waiting.excluded()).containsExactly(accused.id());
        assertThatThrownBy(() ->
                        cases.give(manager, waiting, accused.id(), world.today().plusDays(60)))
                .isInstanceOfSatisfying(
                        StepRefused.class,
                        refused -> assertThat(refused.reason().key()).isEqualTo("case.excluded"));
        assertThat(waiting(manager, id).handler()).isEmpty();
    }

    @Test
    void fromTheResidentsWordsToAJudgement() {
        var fatima = world.resident("Fatima");
        var anouk = world.professional("Anouk Meijer", Role.GSP);
        world.assigns(anouk, fatima.id());
        assertThat(home.known(fatima)).extracting("name").contains("Anouk Meijer");
        var id = complains(fatima, anouk.id());
        assertThat(home.find(fatima, fatima.id(), id).state()).isEqualTo(Klacht.State.BEVESTIGD);

        var ingrid = world.professional("Ingrid Smit", Role.KLB);
        var manager = world.professional("Teammanager", Role.TM);
        cases.give(manager, waiting(manager, id), ingrid.id(), world.today().plusDays(60));
        takes(ingrid, fatima, id, "tell-accused", (now, by, at) -> now.tellAccused(by, "U krijgt een kopie."));
        takes(
                ingrid,
                fatima,
                id,
                "plan-hearing",
                (now, by, at) -> now.planHearing(by, at.plusSeconds(86_400), "Stadhuis", at));
        home.take(
                fatima,
                fatima.id(),
                id,
                step(),
                "waive-hearing",
                (now, by, at) -> now.waiveHearing(by, NoHearing.RESIDENT_DECLINED));
        takes(
                ingrid,
                fatima,
                id,
                "hear",
                (now, by, at) -> now.hear(by, Side.ACCUSED, world.today(), "Zij was ziek.", at));
        takes(
                ingrid,
                fatima,
                id,
                "settle",
                (now, by, at) -> now.settle(by, "Niemand belde af.", Judgement.GEGROND, "Wij bellen voortaan."));

        var end = home.find(fatima, fatima.id(), id);
        assertThat(end.state()).isEqualTo(Klacht.State.AFGEDAAN);
        assertThat(end.settlement()).get().extracting("conclusions").isEqualTo("Wij bellen voortaan.");
        assertRefused(() -> desk.find(anouk, fatima.id(), id));
        assertThat(world.log(fatima, LedgerEvent.Kind.STEP_TAKEN))
                .extracting(line -> line.details().get("step"))
                .containsExactly(
                        "klacht.settle",
                        "klacht.hear",
                        "klacht.waive-hearing",
                        "klacht.plan-hearing",
                        "klacht.tell-accused",
                        "klacht.file");
    }

    @Test
    void whatIsToldIsWrittenDownAndTheResidentReadsTheReceiptAndTheLetter() {
        var fatima = world.resident("Fatima");
        var ingrid = world.professional("Ingrid Smit", Role.KLB, "ingrid-" + fatima.id());
        assertRefused(() -> registers(ingrid, fatima));
        world.workspace
                .bean(CaseAssignments.class)
                .assign(
                        world.professional("Teammanager", Role.TM),
                        fatima.id(),
                        ingrid.id(),
                        "Awb 9:10",
                        world.today().plusDays(60));
        var id = registers(ingrid, fatima);
        var seen = home.find(fatima, fatima.id(), id);
        assertThat(seen.state()).isEqualTo(Klacht.State.BEVESTIGD);
        assertThat(seen.filed().arrived()).get().extracting("channel").isEqualTo(ComplaintEvent.Channel.TOLD);

        takes(ingrid, fatima, id, "waive-hearing", (now, by, at) -> now.waiveHearing(by, NoHearing.RESIDENT_DECLINED));
        var letter = new ReadyLetter(
                UUID.randomUUID(),
                Sending.Channel.BRIEF,
                List.of("F. el Amrani", "Dorpsstraat 1"),
                new PaperId(UUID.randomUUID()),
                "0".repeat(64));
        var outcome = new ComplaintEvent.Settled("Niemand nam op.", Judgement.GEGROND, "Wij nemen op.");
        desk.ready(ingrid, fatima.id(), id, step(), outcome, letter, new byte[] {37});
        assertRefused(() -> home.letter(fatima, fatima.id(), id, letter.paper()));
        desk.sent(ingrid, fatima.id(), id, step(), letter.sending(), "brief-1");
        assertThat(home.letter(fatima, fatima.id(), id, letter.paper())).containsExactly(37);
        assertThat(home.find(fatima, fatima.id(), id).ombudsmanUntil()).isPresent();

        var copies = world.resident.bean(CopiedLetters.class);
        assertThat(copies.copy(fatima.id(), id, _ -> false)).as("nobody acts").isEmpty();
        assertThat(copies.copy(fatima.id(), id, _ -> true)).contains(CopiedLetters.Letter.AFDOENING_KLACHT);
        assertThat(copies.copy(fatima.id(), id, _ -> true)).isEmpty();
        assertThat(desk.find(ingrid, fatima.id(), id).sendings().all())
                .singleElement()
                .satisfies(sending -> assertThat(sending.copiedAt()).contains(world.clock.instant()));
    }

    private ProcedureId registers(Actor.Professional by, Actor.Resident of) {
        var id = new ProcedureId(UUID.randomUUID());
        desk.register(
                by,
                of.id(),
                id,
                step(),
                new Klacht.Filing(
                        new ComplaintEvent.About(Whom.MUNICIPALITY, Optional.empty(), Optional.empty()),
                        "Niemand nam op.",
                        "",
                        ""),
                new ComplaintEvent.Arrived(ComplaintEvent.Channel.TOLD, world.today()));
        return id;
    }

    /** Complaints of before there was another way in. */
    @Test
    void aComplaintThatDoesNotSayHowItCameStillOpens() {
        var before = JsonMapper.builder()
                .build()
                .readValue(
                        "{\"about\":{\"whom\":\"MUNICIPALITY\"},\"what\":\"Niemand nam op.\"}",
                        ComplaintEvent.Filed.class);
        assertThat(before.arrived()).isEqualTo(Optional.empty());
        assertThat(before.when()).isEqualTo(Optional.empty());
    }

    @Test
    void whoTurnsOutToBeTheOneCannotGoOnHandlingIt() {
        var fatima = world.resident("Fatima");
        var ingrid = world.professional("Ingrid Smit", Role.KLB);
        var manager = world.professional("Teammanager", Role.TM);
        var id = new ProcedureId(UUID.randomUUID());
        home.file(
                fatima,
                id,
                step(),
                new Klacht.Filing(
                        new ComplaintEvent.About(Whom.PERSON, Optional.empty(), Optional.of("De vrouw van de balie")),
                        "Zij luisterde niet.",
                        "",
                        ""));
        cases.give(manager, waiting(manager, id), ingrid.id(), world.today().plusDays(60));
        assertThatThrownBy(() -> takes(
                        ingrid,
                        fatima,
                        id,
                        "find-accused",
                        (now, by, at) -> now.findAccused(by, ingrid.id(), "Ingrid Smit")))
                .hasMessageContaining("about-you");
        takes(ingrid, fatima, id, "find-accused", (now, by, at) -> now.findAccused(by, manager.id(), "Teammanager"));
        var found = desk.find(ingrid, fatima.id(), id);
        assertThat(found.accused()).containsExactly(manager.id());
        assertThat(found.accusedName()).contains("Teammanager");
    }

    @Test
    void onlyAPersonWhomTheResidentCanKnowIsPickedFromTheList() {
        var fatima = world.resident("Fatima");
        var stranger = world.professional("Vreemde", Role.GSP);
        assertThatThrownBy(() -> complains(fatima, stranger.id())).hasMessageContaining("unknown-person");
        assertThat(home.of(fatima, fatima.id())).isEmpty();
    }

    @Test
    void aSecondClickFilesNoSecondComplaint() {
        var fatima = world.resident("Fatima");
        var id = new ProcedureId(UUID.randomUUID());
        var step = step();
        var filing = new Klacht.Filing(
                new ComplaintEvent.About(Whom.MUNICIPALITY, Optional.empty(), Optional.empty()),
                "Niemand nam op.",
                "",
                "");
        home.file(fatima, id, step, filing);
        home.file(fatima, id, step, filing);
        assertThat(home.of(fatima, fatima.id())).hasSize(1);
        assertRefused(() -> home.find(world.resident("Buurman"), fatima.id(), id));
    }

    private ProcedureId complains(Actor.Resident actor, PartyId about) {
        return complains(
                actor, new ComplaintEvent.About(Whom.PERSON, Optional.of(about.value()), Optional.of("Anouk Meijer")));
    }

    private ProcedureId complains(Actor.Resident actor, ComplaintEvent.About about) {
        var id = new ProcedureId(UUID.randomUUID());
        home.file(
                actor,
                id,
                step(),
                new Klacht.Filing(about, "Zij kwam niet op de afspraak.", "Vorige week", "Dat iemand belt."));
        return id;
    }

    private ProcedureHead waiting(Actor.Professional manager, ProcedureId id) {
        return cases.waiting(manager).stream()
                .filter(head -> head.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private void takes(Actor.Professional by, Actor.Resident of, ProcedureId id, String name, Complaints.Verb verb) {
        desk.take(by, of.id(), id, step(), name, verb);
    }

    private static StepId step() {
        return new StepId(UUID.randomUUID());
    }
}
