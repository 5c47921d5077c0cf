package nl.voorelkaar.portal.resident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.PartyId;
import nl.voorelkaar.consent.Role;
import nl.voorelkaar.dossier.deadline.Deadlines;
import nl.voorelkaar.dossier.decision.Aanvraag;
import nl.voorelkaar.dossier.decision.AanvraagEvent;
import nl.voorelkaar.dossier.decision.AanvraagType;
import nl.voorelkaar.dossier.decision.Besluit;
import nl.voorelkaar.dossier.decision.BesluitType;
import nl.voorelkaar.dossier.decision.DecisionText;
import nl.voorelkaar.dossier.decision.Law;
import nl.voorelkaar.dossier.decision.Result;
import nl.voorelkaar.dossier.decision.Sending;
import nl.voorelkaar.dossier.procedure.Author;
import nl.voorelkaar.dossier.procedure.PaperId;
import nl.voorelkaar.dossier.procedure.ProcedureId;
import nl.voorelkaar.dossier.procedure.ProcedureKind;
import nl.voorelkaar.dossier.procedure.StepId;
import nl.voorelkaar.portal.RememberedProcedures;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class DecisionPagesTests extends AtHome {

    private static final Author BEA = new Author.Professional(new PartyId(new UUID(7, 7)), Role.BES, "Bea de Boer");

    private final AanvraagType aanvragen = new AanvraagType(Deadlines.usual());
    private final BesluitType besluiten = new BesluitType(Deadlines.usual());

    @Autowired
    private RememberedProcedures procedures;

    @Test
    void applyingShowsWhatIsSentAndGivesAReceiptWithTheDay() {
        go("mijn/besluiten");
        assertThat(screen()).contains("U hebt nog niets aangevraagd");
        go("mijn/besluiten/aanvragen");
        assertThat(screen()).contains("Het onderzoek is nog niet klaar. U mag toch hulp aanvragen.");
        press("apply-check");
        assertThat(textOf("errors")).contains("Vul dit in");

        fill("apply-what", "Hulp bij het schoonmaken");
        press("apply-check");
        assertThat(procedures.heads(life.actor)).as("looking sends nothing").isEmpty();
        assertThat(screen()).contains("maandag 19 oktober 2026");
        press("apply-send");

        assertThat(textOf("apply-receipt"))
                .contains("Hulp bij het schoonmaken")
                .contains("maandag 5 oktober 2026 om 9.00 uur")
                .contains("maandag 19 oktober 2026");
        assertThat(textOf("deadline-steps")).contains("Wmo");
        go("mijn/besluiten");
        assertThat(textOf("aanvraag-state")).contains("Ontvangen");
    }

    @Test
    void stoppingAnApplicationTakesTwoSteps() {
        var id = filed();
        go("mijn/besluiten/aanvraag/" + id);
        press("aanvraag-withdraw");
        assertThat(screen()).contains("U hoeft niet te zeggen waarom");
        press("aanvraag-withdraw-confirm");
        assertThat(screen()).contains("Uw aanvraag is gestopt");
        assertThat(handles("aanvraag-withdraw")).isEmpty();
    }

    @Test
    void whatStandsReadyCanBeCancelled() {
        var id = new ProcedureId(UUID.randomUUID());
        procedures.take(
                new Author.Resident(),
                life.actor.id(),
                turn -> turn.start(
                        aanvragen,
                        id,
                        step(),
                        Aanvraag.prepare(
                                "Hulp in huis",
                                Law.WMO,
                                AanvraagEvent.Basis.ONDERZOEK_AFGEROND,
                                Optional.empty(),
                                Optional.empty(),
                                CalendarDays.endOf(LocalDate.of(2026, 10, 19)))));
        go("mijn/besluiten/aanvraag/" + id);
        assertThat(screen()).contains("Wij sturen deze aanvraag vanzelf op dinsdag 20 oktober 2026");
        press("prepared-cancel");
        press("prepared-cancel-confirm");
        assertThat(screen()).contains("De aanvraag wordt niet verstuurd");
    }

    @Test
    void whatIsMissingIsAskedAndAnswered() {
        var id = filed();
        onAanvraag(id, now -> now.askForMore(BEA, "Stuur ons uw huurcontract.", LocalDate.of(2026, 10, 12), life.now));
        go("mijn");
        assertThat(screen()).contains("Stuur ons wat wij missen");
        go("mijn/besluiten/aanvraag/" + id);
        assertThat(screen()).contains("Stuur ons uw huurcontract.").contains("maandag 12 oktober 2026");
        press("supply-send");
        assertThat(textOf("errors")).contains("Vul dit in");
        fill("supply-text", "Ik huur bij Wonen Voorbeeld.");
        press("supply-send");
        assertThat(screen()).contains("Wij gaan verder met uw aanvraag");
        assertThat(textOf("aanvraag-state")).contains("Wij zijn bezig");
    }

    @Test
    void theResidentMayReactToAnIntentionToRefuse() {
        var id = filed();
        onAanvraag(id, now -> now.findComplete(BEA));
        onAanvraag(id, now -> now.intendToRefuse(BEA, "Uw buurvrouw helpt al.", LocalDate.of(2026, 10, 12), life.now));
        go("mijn/besluiten/aanvraag/" + id);
        assertThat(screen()).contains("Uw buurvrouw helpt al.");
        fill("view-text", "Zij verhuist.");
        press("view-send");
        assertThat(textOf("aanvraag-state")).contains("Wij zijn bezig");
    }

    /** Scenario S6. */
    @Test
    void whenWeAreLateALetterLiesReadyAndTheClockOfThePenaltyRuns() {
        var id = filed();
        onAanvraag(id, now -> now.findComplete(BEA));
        to("2026-10-20");
        go("mijn/besluiten");
        assertThat(textOf("aanvraag-state")).contains("Wij zijn te laat");
        go("mijn/besluiten/aanvraag/" + id);
        assertThat(textOf("default-notice"))
                .contains("Ik stel u in gebreke")
                .contains("maandag 19 oktober 2026")
                .contains("Fatima el Amrani");
        press("default-notice-confirm");
        assertThat(screen()).contains("Wij hebben uw brief ontvangen op dinsdag 20 oktober 2026");
        assertThat(textOf("penalty-clock")).contains("dinsdag 3 november 2026").contains("woensdag 4 november 2026");
        assertThat(handles("default-notice")).isEmpty();

        to("2026-11-18");
        go("mijn/besluiten/aanvraag/" + id);
        assertThat(textOf("penalty-clock")).contains("14 dagen te laat").contains("€\u00a0322");
    }

    @Test
    void theFirstPageSaysSoWhenOurTimeToDecideIsNearlyOverAndWhenItIs() {
        filed();
        go("mijn");
        assertThat(screen()).doesNotContain("Wij moeten bijna beslissen");
        to("2026-10-16");
        go("mijn/besluiten");
        go("mijn");
        assertThat(screen())
                .contains("Wij moeten bijna beslissen")
                .contains("Uiterlijk maandag 19 oktober 2026 beslissen wij op uw aanvraag");
        to("2026-10-20");
        go("mijn/besluiten");
        go("mijn");
        assertThat(screen()).contains("Wij zijn te laat met ons besluit").contains("U mag ons een brief sturen");
    }

    @Test
    void aDecisionIsALetterToReadWithTheLastDayToObject() {
        var besluit = decided(Sending.Channel.BRIEF, refusal());
        go("mijn/besluiten");
        assertThat(textOf("decision")).contains("Wij zeggen nee").contains("maandag 16 november 2026");
        go("mijn/besluiten/" + besluit);

        assertThat(everything(handle("decision"))
                        .map(part -> part.getElement().getAttribute("lang"))
                        .anyMatch("nl"::equals))
                .as("read aloud in Dutch on an English page")
                .isTrue();
        assertThat(textOf("decision")).contains("Wij zeggen nee op uw aanvraag. U hoeft nu niets te doen.");
        assertThat(textOf("objection-until"))
                .contains("U kunt bezwaar maken tot en met maandag 16 november 2026. Het is gratis.");
        assertThat(screen())
                .contains("Maak toch bezwaar en leg uit waarom u te laat bent")
                .contains("Bea de Boer");
        assertThat(textOf("deadline-steps")).contains("Awb artikel 6:7");
        assertThat(handle("objection-start").getElement().getAttribute("href"))
                .isEqualTo("/mijn/bezwaar?besluit=" + besluit);
        assertThat(textOf("delivery-ledger"))
                .contains("De brief is verstuurd op maandag 5 oktober 2026")
                .contains("voor het eerst geopend");
        go("mijn");
        assertThat(screen()).contains("Lees ons besluit");
    }

    /** Scenario S12. */
    @Test
    void readingEarlyInThePortalDoesNotStartTheTerm() {
        var besluit = decided(Sending.Channel.BRIEF, refusal());
        go("mijn/besluiten/" + besluit);
        var first = textOf("objection-until");
        to("2026-10-20");
        go("mijn/besluiten/" + besluit);
        assertThat(textOf("objection-until")).isEqualTo(first);
    }

    @Test
    void anObjectionIsStillPossibleWhenTheDateIsOver() {
        var besluit = decided(Sending.Channel.BRIEF, refusal());
        to("2026-11-17");
        go("mijn/besluiten/" + besluit);
        assertThat(textOf("decision-state")).contains("Definitief");
        assertThat(screen()).contains("Deze datum is voorbij. Maak toch bezwaar");
        assertThat(handles("objection-start")).hasSize(1);
    }

    @Test
    void aDraftIsNotThereForTheResident() {
        var id = filed();
        onAanvraag(id, now -> now.findComplete(BEA));
        var besluit = new ProcedureId(UUID.randomUUID());
        procedures.take(
                BEA,
                life.actor.id(),
                turn -> turn.start(
                        besluiten, besluit, step(), Besluit.draft(BEA, turn.find(aanvragen, id), refusal())));
        go("mijn/besluiten");
        assertThat(screen()).doesNotContain("buurvrouw").contains("Er is nog geen besluit");
        go("mijn/besluiten/" + besluit);
        assertThat(screen()).doesNotContain("buurvrouw");
    }

    @Test
    void theResidentChoosesPortalOrLetterAndChangesIt() {
        go("mijn/besluiten");
        assertThat(textOf("delivery-choice")).contains("met een brief");
        go("mijn/besluiten/bezorging");
        press("delivery-portal");
        assertThat(textOf("delivery-now")).contains("alleen hier").contains("U hebt dit gekozen op");
        press("delivery-letter");
        assertThat(textOf("delivery-now")).contains("met een brief");
    }

    @Test
    void aTextMessageIsForWhoAsksForItAndStopsAsEasily() {
        go("mijn/besluiten/bezorging");
        fill("sms-number", "020 1234567");
        press("sms-start");
        assertThat(screen()).contains("Vul een mobiel nummer in.");
        assertThat(sees("sms-now")).isFalse();

        fill("sms-number", "06 12 34 56 78");
        press("sms-start");
        assertThat(textOf("sms-now")).contains("eindigt op 78");

        go("mijn/besluiten");
        go("mijn/besluiten/bezorging");
        press("sms-stop");
        assertThat(textOf("sms-now")).contains("geen sms meer");
        assertThat(sees("sms-number")).isTrue();
    }

    private ProcedureId decided(Sending.Channel channel, DecisionText text) {
        var id = filed();
        onAanvraag(id, now -> now.findComplete(BEA));
        var besluit = new ProcedureId(UUID.randomUUID());
        var sending = UUID.randomUUID();
        var paper = new PaperId(UUID.randomUUID());
        procedures.take(BEA, life.actor.id(), turn -> {
            turn.start(besluiten, besluit, step(), Besluit.draft(BEA, turn.find(aanvragen, id), text));
            turn.take(besluiten, besluit, step(), now -> now.establish(BEA, turn.find(aanvragen, id), Set.of()));
            turn.take(
                    besluiten,
                    besluit,
                    step(),
                    now -> now.ready(
                            BEA, sending, channel, List.of("F. el Amrani", "Dorpsstraat 1"), paper, "0", true));
            turn.keep(ProcedureKind.BESLUIT, besluit, paper, new byte[] {1});
            return turn.take(
                    besluiten, besluit, step(), now -> now.send(BEA, sending, Optional.of("brief-1"), life.now));
        });
        onAanvraag(id, now -> now.decide(BEA, besluit, text.result()));
        return besluit;
    }

    private static DecisionText refusal() {
        return new DecisionText(
                Result.AFGEWEZEN,
                "Wij zeggen nee op uw aanvraag. U hoeft nu niets te doen.",
                "Uw buurvrouw helpt u al.",
                "artikel 2.3.5 van de Wmo 2015",
                List.of(),
                "",
                "Bea de Boer, telefoon 14 0999");
    }

    private ProcedureId filed() {
        var id = new ProcedureId(UUID.randomUUID());
        procedures.take(
                new Author.Resident(),
                life.actor.id(),
                turn -> turn.start(
                        aanvragen,
                        id,
                        step(),
                        Aanvraag.file(
                                "Hulp bij het schoonmaken",
                                Law.WMO,
                                AanvraagEvent.Basis.ONDERZOEK_AFGEROND,
                                Optional.empty(),
                                Optional.empty())));
        return id;
    }

    private void onAanvraag(ProcedureId id, java.util.function.Function<Aanvraag, AanvraagEvent> verb) {
        procedures.take(BEA, life.actor.id(), turn -> turn.take(aanvragen, id, step(), verb));
    }

    private void to(String day) {
        life.now = LocalDate.parse(day)
                .atTime(LocalTime.of(9, 0))
                .atZone(CalendarDays.AMSTERDAM)
                .toInstant()
                .plus(Duration.ZERO);
    }

    private static StepId step() {
        return new StepId(UUID.randomUUID());
    }
}
