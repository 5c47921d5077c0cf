package nl.voorelkaar.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import nl.voorelkaar.consent.AccessRefused;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.Answers;
import nl.voorelkaar.consent.Decision;
import nl.voorelkaar.consent.Grant;
import nl.voorelkaar.consent.Grants;
import nl.voorelkaar.consent.Grondslag;
import nl.voorelkaar.consent.LedgerEvent;
import nl.voorelkaar.consent.LedgerLine;
import nl.voorelkaar.consent.Mandate;
import nl.voorelkaar.consent.MandateId;
import nl.voorelkaar.consent.MandateScope;
import nl.voorelkaar.consent.Mandates;
import nl.voorelkaar.consent.RequestId;
import nl.voorelkaar.consent.Role;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.consent.ShownText;
import nl.voorelkaar.dossier.complaint.ComplaintEvent;
import nl.voorelkaar.dossier.complaint.Complaints;
import nl.voorelkaar.dossier.complaint.Klacht;
import nl.voorelkaar.dossier.decision.AanvraagEvent;
import nl.voorelkaar.dossier.decision.Decisions;
import nl.voorelkaar.dossier.decision.Law;
import nl.voorelkaar.dossier.intake.Happened;
import nl.voorelkaar.dossier.intake.Intake;
import nl.voorelkaar.dossier.procedure.Author;
import nl.voorelkaar.dossier.procedure.ProcedureId;
import nl.voorelkaar.dossier.procedure.StepId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What a carer does in a resident's name, with a real database and real keys: as far as the mandate goes, and in the
 * open.
 */
class NamensActsTests {

    private static final ShownText SHOWN = new ShownText("Y. el A. mag dit.", Locale.of("nl"));

    private final DossierWorld world = DossierWorld.shared();
    private final Mandates mandates = world.resident.bean(Mandates.class);
    private final Intake intake = world.resident.bean(Intake.class);
    private final Decisions decisions = world.resident.bean(Decisions.class);
    private final Complaints complaints = world.resident.bean(Complaints.class);
    private final Answers answers = world.resident.bean(Answers.class);

    private Actor.Resident fatima;
    private Actor.Resident youssef;

    @BeforeEach
    void twoPeople() {
        fatima = world.resident("Fatima el Amrani");
        youssef = world.resident("Youssef el Amrani");
    }

    private Actor.Acting mandated(MandateScope first, MandateScope... more) {
        return mandated(fatima, first, more);
    }

    private Actor.Acting mandated(Actor.Resident by, MandateScope first, MandateScope... more) {
        var id = new MandateId(UUID.randomUUID());
        mandates.accept(youssef, mandates.invite(by, id).code(), "Youssef el Amrani");
        mandates.confirm(
                by, id, EnumSet.of(first, more), world.today().plusDays(30), Mandate.Digest.DAILY, "De inwoner", SHOWN);
        return mandates.acting(youssef, id).orElseThrow();
    }

    private static ProcedureId id() {
        return new ProcedureId(UUID.randomUUID());
    }

    private static StepId step() {
        return new StepId(UUID.randomUUID());
    }

    /** Refused, and in the resident's log with who tried. */
    private void refused(Decision.Reason reason, Runnable act) {
        var before = refusals();
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        AccessRefused.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(reason));
        assertThat(refusals()).isGreaterThan(before);
    }

    private long refusals() {
        return world.log(fatima).stream()
                .filter(line -> line.outcome() == LedgerEvent.Outcome.REFUSED
                        && line.through().isPresent())
                .count();
    }

    private void reports(Actor.Acting carer, String words) {
        intake.report(
                carer,
                carer.resident(),
                id(),
                step(),
                new Happened.Reported(words, false, Optional.empty(), Optional.empty()));
    }

    @Test
    void aReportIsInTheDossierOfWhomHeActsForUnderHisName() {
        reports(mandated(MandateScope.MELDING), "Zij komt de trap niet op.");

        assertThat(intake.of(fatima, fatima.id()))
                .singleElement()
                .satisfies(
                        one -> assertThat(one.through()).map(Author.Carer::name).contains("Youssef el Amrani"));
        assertThat(intake.of(youssef, youssef.id())).isEmpty();
        assertThat(world.log(fatima, LedgerEvent.Kind.STEP_TAKEN).getFirst())
                .satisfies(line -> assertThat(line.details()).containsEntry("step", "onderzoek.report"))
                .satisfies(line -> assertThat(line.through())
                        .flatMap(LedgerLine.Carer::name)
                        .contains("Youssef el Amrani"));
    }

    @Test
    void anApplicationSaysWhenTheInquiryWasNotHisToSee() {
        var filed = decisions.file(mandated(MandateScope.AANVRAAG), false, id(), step(), "Een traplift", Law.WMO);
        assertThat(filed.basis()).isEqualTo(AanvraagEvent.Basis.NIET_INGEZIEN);
        assertThat(filed.through()).isPresent();
        assertThat(decisions.of(fatima, fatima.id()).aanvragen()).hasSize(1);
        assertThat(decisions.of(youssef, youssef.id()).aanvragen()).isEmpty();
    }

    @Test
    void whoMayReadTheReportsToldWhereTheInquiryStands() {
        var carer = mandated(MandateScope.AANVRAAG, MandateScope.MELDING);
        reports(carer, "Zij komt de trap niet op.");
        var filed = decisions.file(carer, true, id(), step(), "Een traplift", Law.WMO);
        assertThat(filed.basis()).isEqualTo(AanvraagEvent.Basis.VROEG);
        assertThat(filed.onderzoek()).isPresent();
    }

    @Test
    void takingAnApplicationBackIsNotHis() {
        var carer = mandated(MandateScope.AANVRAAG);
        var filed = decisions.file(carer, false, id(), step(), "Een traplift", Law.WMO);
        refused(
                Decision.Reason.RIGHT_NOT_GRANTED,
                () -> decisions.take(
                        carer, fatima.id(), filed.id(), step(), "withdraw", (now, by, at) -> now.withdraw(by)));
        assertThat(decisions
                        .of(fatima, fatima.id())
                        .aanvragen()
                        .getFirst()
                        .state()
                        .open())
                .isTrue();
    }

    @Test
    void aComplaintIsFiledInHerName() {
        var carer = mandated(MandateScope.KLACHT);
        var about = new ComplaintEvent.About(ComplaintEvent.Whom.MUNICIPALITY, Optional.empty(), Optional.empty());
        complaints.file(carer, id(), step(), new Klacht.Filing(about, "Niemand belde terug.", "", ""));
        assertThat(complaints.of(fatima, fatima.id()))
                .singleElement()
                .satisfies(one -> assertThat(one.through()).isPresent());
    }

    @Test
    void eachScopeDoesItsOwnActAndNoOther() {
        var carer = mandated(MandateScope.LEZEN_PLAN);
        refused(Decision.Reason.SECTION_NOT_GRANTED, () -> reports(carer, "Hulp"));
        refused(
                Decision.Reason.SECTION_NOT_GRANTED,
                () -> decisions.file(carer, false, id(), step(), "Een traplift", Law.WMO));
        refused(
                Decision.Reason.SECTION_NOT_GRANTED,
                () -> complaints.file(
                        carer,
                        id(),
                        step(),
                        new Klacht.Filing(
                                new ComplaintEvent.About(
                                        ComplaintEvent.Whom.MUNICIPALITY, Optional.empty(), Optional.empty()),
                                "Niemand belde terug.",
                                "",
                                "")));
    }

    @Test
    void oneCarerOfTwoPeopleActsForEachInTheirOwnDossierWhateverTheOrder() {
        var omar = world.resident("Omar Haddad");
        var forFatima = mandated(fatima, MandateScope.MELDING);
        var forOmar = mandated(omar, MandateScope.MELDING);
        reports(forOmar, "Van Omar");
        reports(forFatima, "Van Fatima");
        reports(forOmar, "Nog eens van Omar");

        assertThat(intake.of(fatima, fatima.id()))
                .extracting(one -> one.melding().words())
                .containsExactly("Van Fatima");
        assertThat(intake.of(omar, omar.id()))
                .extracting(one -> one.melding().words())
                .containsExactlyInAnyOrder("Van Omar", "Nog eens van Omar");
        assertThat(intake.of(youssef, youssef.id())).isEmpty();
        assertThatThrownBy(() -> intake.of(forOmar, fatima.id())).isInstanceOf(AccessRefused.class);
    }

    @Test
    void aFileIsAddedWhereHeReadsAndNowhereElse() throws Exception {
        world.writes(fatima, Section.GEZONDHEID, "Mijn knie");
        var carer = mandated(MandateScope.LEZEN_GEZONDHEID, MandateScope.DOCUMENTEN_TOEVOEGEN);
        var pdf = "%PDF-1.7\nbrief van de huisarts".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        var added = world.resident
                .documents()
                .add(
                        carer,
                        fatima.id(),
                        DossierWorld.newId(),
                        world.about(Section.GEZONDHEID, "Brief", ""),
                        "huisarts.pdf",
                        new java.io.ByteArrayInputStream(pdf));

        assertThat(added.authorName()).contains("Youssef el Amrani");
        var read = new java.io.ByteArrayOutputStream();
        world.resident.documents().download(fatima, fatima.id(), added.id(), read);
        assertThat(read.toByteArray()).isEqualTo(pdf);
        refused(Decision.Reason.SECTION_NOT_GRANTED, () -> {
            try {
                world.resident
                        .documents()
                        .add(
                                carer,
                                fatima.id(),
                                DossierWorld.newId(),
                                world.about(Section.GELD, "Rekening", ""),
                                "rekening.pdf",
                                new java.io.ByteArrayInputStream(pdf));
            } catch (java.io.IOException broken) {
                throw new java.io.UncheckedIOException(broken);
            }
        });
    }

    private RequestId asked() {
        var bram = world.professional("Bram Visser", Role.CM);
        return world.asks(bram, fatima.id(), world.toRead(Section.GEZONDHEID));
    }

    @Test
    void whoMayChooseWhoLooksAlongAnswersPausesAndStops() {
        var bram = world.professional("Bram Visser", Role.CM);
        world.writes(fatima, Section.GEZONDHEID, "Mijn knie");
        var request = world.asks(bram, fatima.id(), world.toRead(Section.GEZONDHEID));
        var carer = mandated(MandateScope.TOESTEMMING_BEHEREN);
        assertThat(answers.open(carer)).hasSize(1);
        assertThat(answers.answer(carer, request, true, SHOWN)).isEqualTo(Answers.Outcome.GIVEN);

        assertThat(world.log(fatima, LedgerEvent.Kind.GRANTED).getFirst())
                .satisfies(line -> assertThat(line.ground()).contains(Grondslag.MACHTIGING))
                .satisfies(line -> assertThat(line.through()).isPresent());
        assertThat(world.workspace.dossiers().open(bram, fatima.id()).sections())
                .as("with keys that were made for it")
                .hasSize(1);
        var grant = answers.given(carer).getFirst().id();
        answers.pause(carer, grant, SHOWN);
        DossierWorld.assertRefused(() -> world.workspace.dossiers().open(bram, fatima.id()));
        answers.stop(carer, grant, SHOWN);
        answers.stop(carer, grant, SHOWN);

        assertThat(world.resident.bean(Grants.class).find(fatima, grant).state())
                .isEqualTo(Grant.State.INGETROKKEN);
        assertThat(world.log(fatima, LedgerEvent.Kind.STOPPED))
                .singleElement()
                .satisfies(line -> assertThat(line.through()).isPresent());
        assertThat(answers.given(carer)).isEmpty();
        refused(
                Decision.Reason.SECTION_NOT_GRANTED,
                () -> world.resident.dossiers().open(carer, fatima.id(), EnumSet.of(Section.GEZONDHEID)));
    }

    @Test
    void whoMayNotChooseSeesNoQuestionAndHisAnswerIsRefusedAndInTheLog() {
        var request = asked();
        var carer = mandated(MandateScope.LEZEN_GEZONDHEID, MandateScope.LEZEN_PLAN);
        assertThat(answers.open(carer)).isEmpty();
        refused(Decision.Reason.RIGHT_NOT_GRANTED, () -> answers.answer(carer, request, true, SHOWN));
        var grant = world.says(fatima, request, world.toRead(Section.GEZONDHEID));
        for (var act : List.<Runnable>of(
                () -> answers.pause(carer, grant.id(), SHOWN), () -> answers.stop(carer, grant.id(), SHOWN))) {
            refused(Decision.Reason.RIGHT_NOT_GRANTED, act);
        }
        assertThat(answers.given(carer)).isEmpty();
        assertThat(world.resident.bean(Grants.class).find(fatima, grant.id()).state())
                .isEqualTo(Grant.State.ACTIEF);
    }

    @Test
    void choosingEndsWithTheMandate() {
        var request = asked();
        var carer = mandated(MandateScope.TOESTEMMING_BEHEREN);
        mandates.of(fatima).forEach(mandate -> mandates.stop(fatima, mandate.id(), DossierWorld.SHOWN));
        refused(Decision.Reason.RIGHT_NOT_GRANTED, () -> answers.answer(carer, request, true, SHOWN));
    }
}
