package nl.voorelkaar.dossier;

import static nl.voorelkaar.dossier.DossierWorld.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.CaseAssignments;
import nl.voorelkaar.consent.HandoverId;
import nl.voorelkaar.consent.Handovers;
import nl.voorelkaar.consent.LedgerEvent;
import nl.voorelkaar.consent.Parties;
import nl.voorelkaar.consent.Purpose;
import nl.voorelkaar.consent.Role;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.dossier.handover.WarmHandovers;
import nl.voorelkaar.dossier.intake.Happened;
import nl.voorelkaar.dossier.intake.Intake;
import nl.voorelkaar.dossier.intake.MeldingDesk;
import nl.voorelkaar.dossier.intake.Onderzoek;
import nl.voorelkaar.dossier.intake.Topic;
import nl.voorelkaar.dossier.procedure.CaseDesk;
import nl.voorelkaar.dossier.procedure.ProcedureId;
import nl.voorelkaar.dossier.procedure.Procedures;
import nl.voorelkaar.dossier.procedure.StepId;
import nl.voorelkaar.dossier.procedure.StepRefused;
import org.junit.jupiter.api.Test;

/** A melding from the resident's words to the account with remarks, on both faces. */
class IntakeTests {

    private final DossierWorld world = DossierWorld.shared();
    private final Intake home = world.resident.bean(Intake.class);
    private final Intake desk = world.workspace.bean(Intake.class);

    @Test
    void fromTheResidentsWordsToAnAccountWithRemarks() {
        var fatima = world.resident("Fatima");
        var id = reports(fatima, "Ik kan de trap niet meer op.");
        var anouk = givenTo(fatima, id);

        var seen = desk.find(anouk, fatima.id(), id);
        assertThat(seen.melding().words()).isEqualTo("Ik kan de trap niet meer op.");
        assertThat(seen.told()).containsExactlyInAnyOrder(Happened.Told.values());
        takes(anouk, fatima, id, "start", (now, by, at) -> now.start(by, Happened.IdentityDocument.IDENTITY_CARD));
        takes(anouk, fatima, id, "plan-talk", (now, by, at) -> now.planTalk(by, at, "Bij u thuis", at));
        assertThat(world.resident
                        .bean(Procedures.class)
                        .heads(fatima)
                        .getFirst()
                        .appointment())
                .as("the first page says when, without opening anything")
                .contains(world.clock.instant());
        home.take(
                fatima,
                fatima.id(),
                id,
                step(),
                "companion",
                (now, by, at) -> now.chooseCompanion(by, Optional.of("Mijn zoon Youssef")));
        takes(anouk, fatima, id, "talk-held", (now, by, at) -> now.holdTalk(by, world.today(), at));
        takes(
                anouk,
                fatima,
                id,
                "give-report",
                (now, by, at) -> now.giveReport(
                        by, Map.of(Topic.NEEDS_AND_WISHES, "Zelf naar boven kunnen"), "Een traplift is onderzocht."));
        home.take(
                fatima,
                fatima.id(),
                id,
                step(),
                "remark",
                (now, by, at) -> now.remark(by, "Ik slaap nu beneden. Dat staat er niet in."));

        var end = home.find(fatima, fatima.id(), id);
        assertThat(end.state()).isEqualTo(Onderzoek.State.AFGEROND);
        assertThat(end.companion()).contains("Mijn zoon Youssef");
        assertThat(end.aanvraagPossible()).isTrue();
        assertThat(desk.find(anouk, fatima.id(), id)).isEqualTo(end);
        assertThat(world.log(fatima, LedgerEvent.Kind.STEP_TAKEN))
                .extracting(line -> line.details().get("step"))
                .containsExactly(
                        "onderzoek.remark",
                        "onderzoek.give-report",
                        "onderzoek.talk-held",
                        "onderzoek.companion",
                        "onderzoek.plan-talk",
                        "onderzoek.start",
                        "onderzoek.report");
    }

    /** ADR 0024: a casemanager who takes over in the middle finishes what they were given, and nothing beside it. */
    @Test
    void aCasemanagerWhoTakesOverFinishesTheInquiry() {
        var fatima = world.resident("Fatima");
        var id = reports(fatima, "Ik kan de trap niet meer op.");
        var anouk = givenTo(fatima, id);
        takes(anouk, fatima, id, "start", (now, by, at) -> now.start(by, Happened.IdentityDocument.PASSPORT));
        takes(anouk, fatima, id, "talk-held", (now, by, at) -> now.holdTalk(by, world.today(), at));
        var later = reports(fatima, "En de tuin.");
        var bram = world.professional("Bram Visser", Role.CM);
        world.assigns(bram, fatima.id());
        Intake.Verb account = (now, by, at) -> now.giveReport(by, Map.of(), "Een traplift is onderzocht.");
        assertThatThrownBy(() -> takes(bram, fatima, id, "give-report", account))
                .as("who reads by another case leads nothing")
                .isInstanceOf(StepRefused.class);

        var handover = new HandoverId(UUID.randomUUID());
        world.workspace
                .bean(WarmHandovers.class)
                .offer(anouk, handover, fatima.id(), bram.id(), "Het gesprek is geweest.");
        world.workspace.bean(Handovers.class).accept(bram, handover);
        takes(bram, fatima, id, "give-report", account);

        assertThat(home.find(fatima, fatima.id(), id).state()).isEqualTo(Onderzoek.State.AFGEROND);
        assertThat(home.find(fatima, fatima.id(), id).account().orElseThrow().by())
                .isEqualTo("Bram Visser");
        assertThatThrownBy(() -> takes(
                        bram,
                        fatima,
                        later,
                        "start",
                        (now, by, at) -> now.start(by, Happened.IdentityDocument.PASSPORT)))
                .as("what nobody gave them stays with who is given it")
                .isInstanceOf(StepRefused.class);
        assertRefused(() -> takes(
                anouk, fatima, later, "start", (now, by, at) -> now.start(by, Happened.IdentityDocument.PASSPORT)));
        assertRefused(() -> world.workspace
                .dossiers()
                .add(
                        bram,
                        fatima.id(),
                        new EntryId(UUID.randomUUID()),
                        world.about(Section.MELDING, "Iets", "Iets anders")));
    }

    @Test
    void aSecondClickFilesNoSecondMelding() {
        var fatima = world.resident("Fatima");
        var id = new ProcedureId(UUID.randomUUID());
        var step = step();
        var melding = new Happened.Reported("Hulp", true, Optional.empty(), Optional.empty());
        var first = home.report(fatima, fatima.id(), id, step, melding);
        var second = home.report(fatima, fatima.id(), id, step, melding);
        assertThat(second).isEqualTo(first);
        assertThat(home.of(fatima, fatima.id())).hasSize(1);
    }

    @Test
    void whoHasNoCaseReadsNoMelding() {
        var fatima = world.resident("Fatima");
        var id = reports(fatima, "Ik heb hulp nodig.");
        assertRefused(() -> desk.find(world.professional("Vreemde", Role.GSP), fatima.id(), id));
        assertRefused(() -> home.find(world.resident("Buurman"), fatima.id(), id));
        assertRefused(() -> home.find(fatima, fatima.id(), new ProcedureId(UUID.randomUUID())));
    }

    @Test
    void theDeskFilesForSomebodyWhoNeverSignedInAndReadsNothing() {
        var jan = world.person("Jan Postma");
        var joris = world.professional("Joris Bos", Role.KCC);
        var of = world.workspace.bean(Lookups.class).byBsn(joris, jan.bsn, new Purpose("Hij belt over hulp in huis"));
        var id = new ProcedureId(UUID.randomUUID());
        var melding = new Happened.Reported(
                "De trap gaat niet meer.",
                false,
                Optional.of("Bel na tienen"),
                Optional.empty(),
                Optional.of(new Happened.Source(Happened.Way.BY_PHONE, Optional.empty())));
        var letters = new java.util.ArrayList<Onderzoek>();
        var step = step();

        var files = world.workspace.bean(MeldingDesk.class);
        files.report(joris, of, id, step, melding, now -> {
            letters.add(now);
            return Optional.of("post-1");
        });
        var filed = files.report(joris, of, id, step, melding, now -> {
            throw new AssertionError("the letter left already");
        });

        assertThat(filed.told()).as("as in every receipt").containsExactlyInAnyOrder(Happened.Told.values());
        assertThat(filed.receiptPosted()).isTrue();
        assertThat(letters)
                .singleElement()
                .satisfies(now -> assertThat(now.inquiryUntil()).isEqualTo(filed.inquiryUntil()));
        assertRefused(() -> desk.find(joris, of, id));
        assertThat(world.workspace.bean(CaseAssignments.class).heldBy(joris)).isEmpty();

        var fatima = world.resident("Fatima");
        var own = home.report(
                fatima,
                fatima.id(),
                new ProcedureId(UUID.randomUUID()),
                step(),
                new Happened.Reported("Hulp", false, Optional.empty(), Optional.empty()));
        assertThat(filed.inquiryUntil()).as("the same clocks").isEqualTo(own.inquiryUntil());
        assertThat(filed.ownPlanUntil()).isEqualTo(own.ownPlanUntil());

        var signedIn = jan.signsIn();
        assertThat(signedIn.id()).isEqualTo(of);
        var anouk = givenTo(signedIn, id);
        assertThat(desk.find(anouk, of, id)).isEqualTo(home.find(signedIn, of, id));
        assertThat(home.find(signedIn, of, id))
                .usingRecursiveComparison()
                .ignoringFields("of.givenTo")
                .isEqualTo(filed);
        assertThat(world.log(signedIn, LedgerEvent.Kind.STEP_TAKEN))
                .extracting(line -> line.details().get("step"))
                .containsExactly("onderzoek.report", "onderzoek.receipt-posted", "onderzoek.report");
    }

    @Test
    void nobodyButTheDeskFilesForAnotherAndTheDeskNotForItself() {
        var melding = new Happened.Reported(
                "Hulp",
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.of(new Happened.Source(Happened.Way.BY_PHONE, Optional.empty())));
        var files = world.workspace.bean(MeldingDesk.class);
        var fatima = world.resident("Fatima");
        for (var role : List.of(Role.GSP, Role.CM, Role.TM, Role.CO, Role.AANB)) {
            var other = world.professional("Iemand", role);
            assertRefused(() -> files.report(
                    other, fatima.id(), new ProcedureId(UUID.randomUUID()), step(), melding, now -> Optional.empty()));
        }
        var joris = world.person("Joris Bos");
        var self = joris.signsIn();
        var atWork = world.professional("Joris Bos", Role.KCC);
        world.workspace.bean(Parties.class).related(atWork.id(), Set.of(self.id()), Set.of());
        assertRefused(() -> files.report(
                atWork, self.id(), new ProcedureId(UUID.randomUUID()), step(), melding, now -> Optional.empty()));
        assertThat(home.of(self, self.id())).isEmpty();
    }

    private Actor.Professional givenTo(Actor.Resident resident, ProcedureId id) {
        var anouk = world.professional("Anouk Meijer", Role.GSP);
        var manager = world.professional("Teammanager", Role.TM);
        var cases = world.workspace.bean(CaseDesk.class);
        var waiting = cases.waiting(manager).stream()
                .filter(head -> head.id().equals(id))
                .findFirst()
                .orElseThrow();
        cases.give(manager, waiting, anouk.id(), world.today().plusDays(60));
        return anouk;
    }

    private ProcedureId reports(Actor.Resident actor, String words) {
        var id = new ProcedureId(UUID.randomUUID());
        home.report(
                actor, actor.id(), id, step(), new Happened.Reported(words, false, Optional.empty(), Optional.empty()));
        return id;
    }

    private void takes(Actor.Professional by, Actor.Resident of, ProcedureId id, String name, Intake.Verb verb) {
        desk.take(by, of.id(), id, step(), name, verb);
    }

    private static StepId step() {
        return new StepId(UUID.randomUUID());
    }
}
