package nl.voorelkaar.dossier;

import static nl.voorelkaar.dossier.DossierWorld.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.voorelkaar.consent.AccessRefused;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.Deaths;
import nl.voorelkaar.consent.Desk;
import nl.voorelkaar.consent.DeskAct;
import nl.voorelkaar.consent.DeskActId;
import nl.voorelkaar.consent.DeskOffice;
import nl.voorelkaar.consent.DeskOrder;
import nl.voorelkaar.consent.DeskRefused;
import nl.voorelkaar.consent.DueWork;
import nl.voorelkaar.consent.Grant;
import nl.voorelkaar.consent.Grants;
import nl.voorelkaar.consent.Ledger;
import nl.voorelkaar.consent.LedgerEvent;
import nl.voorelkaar.consent.LedgerLine;
import nl.voorelkaar.consent.Mandate;
import nl.voorelkaar.consent.MandateScope;
import nl.voorelkaar.consent.Mandates;
import nl.voorelkaar.consent.Parties;
import nl.voorelkaar.consent.Purpose;
import nl.voorelkaar.consent.RequestId;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Role;
import nl.voorelkaar.consent.Sealing;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.consent.ShownText;
import nl.voorelkaar.consent.Terms;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What a resident does on paper, by phone or at the desk, on both faces. */
class DeskTests {

    private static final ShownText SHOWN = new ShownText("Mag Anouk dit lezen? Ja.", Locale.of("nl"));

    private final DossierWorld world = DossierWorld.shared();
    private final List<DeskOffice.Letter> handedOut = new ArrayList<>();
    private final Actor.Professional desk = world.professional("Joris Bos", Role.KCC);

    @Test
    void whoNeverSignedInSaysYesOnPaperAndNothingOpensBeforeTheCode() {
        var jan = world.person("Jan Postma");
        var resident = comesToTheDesk(jan);
        var reader = world.professional("Anouk Meijer", Role.GSP);
        var terms = world.toReadAndAdd(Section.VERHAAL);
        var request = world.asks(reader, resident, terms);
        assertThat(visit(resident).requests()).extracting(asked -> asked.id()).containsExactly(request);

        var act = saysYes(resident, request, terms);
        assertThat(act.state()).isEqualTo(DeskAct.State.OPGESCHREVEN);
        assertCannotWrite(reader, resident);

        var code = code(act);
        assertThat(state(act)).isEqualTo(DeskAct.State.WACHT_OP_CODE);
        assertCannotWrite(reader, resident);

        assertThat(confirm(act, code.toLowerCase(Locale.ROOT).replace("-", " ")).state())
                .isEqualTo(DeskAct.State.BEVESTIGD);
        work();
        assertThat(state(act)).isEqualTo(DeskAct.State.UITGEVOERD);
        var entry = world.workspace
                .dossiers()
                .add(
                        reader,
                        resident,
                        DossierWorld.newId(),
                        world.about(Section.VERHAAL, "Gesprek", "Het gaat beter."));

        var online = jan.signsIn();
        assertThat(online.id()).isEqualTo(resident);
        assertThat(world.resident
                        .dossiers()
                        .open(online, resident, Set.of(Section.VERHAAL))
                        .sections())
                .flatExtracting(DossierView.SectionView::entries)
                .extracting(Entry::id)
                .containsExactly(entry.id());
        var grant = world.resident.bean(Grants.class).of(online).getFirst();
        assertThat(world.resident.bean(Grants.class).record(online, grant.id()).json())
                .contains("\"channel\":\"paper\"")
                .contains(SHOWN.text());
        assertThat(world.log(online, LedgerEvent.Kind.GRANTED)).singleElement().satisfies(line -> {
            assertThat(line.by()).hasValueSatisfying(by -> assertThat(by.name()).isEqualTo("Joris Bos"));
            assertThat(line.details()).containsEntry("desk", "brief");
        });
        assertThat(steps(online))
                .contains("desk.visit.brief", "desk.recorded.grant", "desk.code-sent", "desk.confirmed");
    }

    @Test
    void theDeskOpensNothingByIt() {
        var resident = world.resident("Fatima").id();
        var reader = world.professional("Bram Visser", Role.CM);
        var terms = world.toRead(Section.GEZONDHEID);
        var act = saysYes(resident, world.asks(reader, resident, terms), terms);
        var code = code(act);
        confirm(act, code);
        work();

        for (var section : Section.values()) {
            assertRefused(() -> world.workspace.dossiers().open(desk, resident, Set.of(section)));
        }
        var rows = world.past(world.databases.workspaceFace());
        assertThat(catchThrowableOfType(
                        RuntimeException.class,
                        () -> rows.sql("select body, code, typed from consent.desk_act")
                                .query()
                                .listOfRows()))
                .hasStackTraceContaining("permission denied");
    }

    @Test
    void aStopAtTheDeskTakesTheKeysAtOnce() {
        var fatima = world.resident("Fatima");
        var reader = world.professional("Bram Visser", Role.CM);
        var grant = world.grants(fatima, reader, world.toReadAndAdd(Section.VERHAAL));
        assertThat(visit(fatima.id()).grants()).extracting(Grant::id).containsExactly(grant.id());

        var act = record(fatima.id(), DeskAct.Channel.TELEFOON, new DeskOrder.Stop(grant.id(), SHOWN));
        assertCannotWrite(reader, fatima.id());

        work();
        assertThat(state(act)).isEqualTo(DeskAct.State.UITGEVOERD);
        assertThat(world.resident.bean(Grants.class).find(fatima, grant.id()).state())
                .isEqualTo(Grant.State.INGETROKKEN);
        assertThat(world.resident.bean(Grants.class).record(fatima, grant.id()).shown())
                .isEqualTo(SHOWN);
        assertThat(letter(act).what()).isEqualTo(DeskOffice.What.RECEIPT);
        assertThat(world.log(fatima, LedgerEvent.Kind.STOPPED).getFirst().details())
                .containsEntry("desk", "telefoon");
    }

    @Test
    void aNoIsWrittenDownWithoutACode() {
        var fatima = world.resident("Fatima");
        var request =
                world.asks(world.professional("Bram Visser", Role.CM), fatima.id(), world.toRead(Section.GEZONDHEID));

        var act = record(fatima.id(), DeskAct.Channel.BALIE, new DeskOrder.Refuse(request, SHOWN));
        work();

        assertThat(state(act)).isEqualTo(DeskAct.State.UITGEVOERD);
        assertThat(visit(fatima.id()).requests()).isEmpty();
        assertThat(world.resident.bean(Grants.class).records(fatima, request))
                .singleElement()
                .satisfies(no -> assertThat(no.shown()).isEqualTo(SHOWN));
    }

    @Test
    void aCodeIsUsedOnceAndOnlyForWhatItWasMadeFor() {
        var resident = world.resident("Fatima").id();
        var first = yesTo(resident);
        var second = yesTo(resident);
        var code = code(first);
        code(second);

        assertThat(refusal(second, code)).isEqualTo(DeskRefused.Reason.CODE_WRONG);
        assertThat(refusal(first, "dit is geen code")).isEqualTo(DeskRefused.Reason.CODE_WRONG);
        confirm(first, code);
        assertThat(refusal(first, code)).isEqualTo(DeskRefused.Reason.CODE_USED);
        work();
        assertThat(refusal(first, code)).isEqualTo(DeskRefused.Reason.CODE_USED);
    }

    @Test
    void fiveWrongCodesEndItAndTheResidentReadsThat() {
        var fatima = world.resident("Fatima");
        var act = yesTo(fatima.id());
        var code = code(act);
        for (var tried = 0; tried < Desk.TRIES; tried++) {
            assertThat(refusal(act, "22222-22222")).isEqualTo(DeskRefused.Reason.CODE_WRONG);
        }

        assertThat(refusal(act, code)).isEqualTo(DeskRefused.Reason.NO_LONGER_OPEN);
        assertThat(state(act)).isEqualTo(DeskAct.State.VERVALLEN);
        assertThat(world.log(fatima, LedgerEvent.Kind.DESK))
                .filteredOn(line -> line.outcome() == LedgerEvent.Outcome.REFUSED)
                .hasSize(Desk.TRIES);
        assertThat(letter(act).what()).isEqualTo(DeskOffice.What.RECEIPT);
    }

    @Test
    void oneWorkerTriesTenCodesInTenMinutes() {
        var resident = world.resident("Fatima").id();
        var acts = List.of(yesTo(resident), yesTo(resident), yesTo(resident));
        acts.forEach(this::code);
        for (var tried = 0; tried < 10; tried++) {
            assertThat(refusal(acts.get(tried % 3), "22222-22222")).isEqualTo(DeskRefused.Reason.CODE_WRONG);
        }

        assertThat(refusal(acts.getFirst(), "22222-22222")).isEqualTo(DeskRefused.Reason.TOO_MANY_TRIES);
    }

    @Test
    void theWorkspaceCannotConfirmByItself() {
        var resident = world.resident("Fatima").id();
        var reader = world.professional("Bram Visser", Role.CM);
        var terms = world.toReadAndAdd(Section.VERHAAL);
        var act = saysYes(resident, world.asks(reader, resident, terms), terms);
        code(act);
        var guessed = world.workspace
                .bean(Sealing.class)
                .seal(
                        Sealing.Kind.LEDGER,
                        resident.value(),
                        "consent.desk_act/" + act.id() + "/typed",
                        "2222222222".getBytes(StandardCharsets.UTF_8));

        var jdbc = world.workspace.bean(JdbcClient.class);
        new TransactionTemplate(world.workspace.bean(PlatformTransactionManager.class)).executeWithoutResult(status -> {
            jdbc.sql("select set_config('app.resident', :resident, true), set_config('app.job', 'desk', true)")
                    .param("resident", resident.toString())
                    .query()
                    .listOfRows();
            assertThat(jdbc.sql("update consent.desk_act set state = 'BEVESTIGD', typed = :typed"
                                    + " where resident_id = :resident and act_id = :act")
                            .param("typed", guessed)
                            .param("resident", resident.value())
                            .param("act", act.id().value())
                            .update())
                    .isEqualTo(1);
        });
        work();

        assertCannotWrite(reader, resident);
        assertThat(state(act)).isEqualTo(DeskAct.State.NIET_MOGELIJK);
    }

    @Test
    void theCodeWorksOnTheSiteTooAndSaysNothingAboutWho() {
        var fatima = world.resident("Fatima");
        var act = yesTo(fatima.id());
        var code = code(act);
        var office = world.resident.bean(DeskOffice.class);

        assertThat(office.find(code, UUID.randomUUID()).kind()).isEqualTo(DeskAct.Kind.GRANT);
        office.confirm(code, UUID.randomUUID());
        work();

        assertThat(state(act)).isEqualTo(DeskAct.State.UITGEVOERD);
        assertThat(steps(fatima)).contains("desk.confirmed-online");
        assertThat(catchThrowableOfType(DeskRefused.class, () -> office.confirm(code, UUID.randomUUID()))
                        .reason())
                .isEqualTo(DeskRefused.Reason.CODE_USED);
    }

    @Test
    void whatTheResidentNeverAskedIsCalledOff() {
        var resident = world.resident("Fatima").id();
        var act = yesTo(resident);
        var code = code(act);

        world.workspace.bean(Desk.class).withdraw(desk, resident, act.id());

        assertThat(refusal(act, code)).isEqualTo(DeskRefused.Reason.NO_LONGER_OPEN);
        assertThat(letter(act).what()).isEqualTo(DeskOffice.What.RECEIPT);
    }

    @Test
    void aMandateOnPaperWaitsForTheCarerAndThenForTheResident() {
        var fatima = world.resident("Fatima el Amrani");
        var act = record(
                fatima.id(),
                DeskAct.Channel.BALIE,
                new DeskOrder.Empower(
                        Set.of(MandateScope.LEZEN_PLAN), world.today().plusMonths(3), SHOWN));
        work();
        var invitation = letter(act);
        assertThat(invitation.what()).isEqualTo(DeskOffice.What.INVITATION);
        posted(invitation);

        var son = world.person("Youssef el Amrani").signsIn();
        var mandates = world.resident.bean(Mandates.class);
        mandates.accept(son, invitation.code().orElseThrow(), "Youssef el Amrani");
        assertThat(mandates.heldBy(son)).noneMatch(Mandate::live);

        var code = code(act);
        assertThat(letters(act)).hasSize(2);
        confirm(act, code);
        work();

        assertThat(mandates.heldBy(son)).singleElement().satisfies(held -> {
            assertThat(held.live()).isTrue();
            assertThat(held.scopes()).containsExactly(MandateScope.LEZEN_PLAN);
        });
        var held = visit(fatima.id()).mandates().getFirst();
        assertThat(held.initials()).contains("Y. el A.");

        record(fatima.id(), DeskAct.Channel.BALIE, new DeskOrder.StopMandate(held.id(), SHOWN));
        work();
        assertThat(mandates.heldBy(son)).isEmpty();
    }

    @Test
    void theLogLeavesOnPaperAndSaysSo() {
        var fatima = world.resident("Fatima");
        var reader = world.professional("Bram Visser", Role.CM);
        world.grants(fatima, reader, world.toRead(Section.VERHAAL));

        var act = record(
                fatima.id(),
                DeskAct.Channel.TELEFOON,
                new DeskOrder.SendLog(world.today().minusDays(7), world.today()));
        work();

        assertThat(letter(act).what()).isEqualTo(DeskOffice.What.LOG);
        assertThat(world.resident
                        .bean(Ledger.class)
                        .forLetter(fatima.id(), Ledger.Filter.newest(50))
                        .lines())
                .extracting(LedgerLine::kind)
                .contains(LedgerEvent.Kind.GRANTED, LedgerEvent.Kind.ASKED);
        assertThat(steps(fatima)).contains("desk.recorded.log-letter", "desk.log-posted");
        assertThat(catchThrowableOfType(
                        RuntimeException.class,
                        () -> world.workspace
                                .bean(Ledger.class)
                                .forLetter(fatima.id(), Ledger.Filter.newest(50))
                                .lines()))
                .isNotNull();
    }

    @Test
    void anObjectionThatCameInIsConfirmedAtOnceWithItsDay() {
        var fatima = world.resident("Fatima");
        var came = world.today().minusDays(1);

        var act = record(
                fatima.id(),
                DeskAct.Channel.BRIEF,
                new DeskOrder.Received(DeskAct.Kind.OBJECTION, came, "Het besluit over de traplift"));
        work();

        assertThat(state(act)).isEqualTo(DeskAct.State.UITGEVOERD);
        var receipt = letter(act);
        assertThat(receipt.lastDay()).contains(came);
        assertThat(receipt.purpose()).contains("Het besluit over de traplift");
        assertThat(steps(fatima)).contains("desk.recorded.objection");
    }

    @Test
    void onlyTheDeskDoesThisAndNotForItself() {
        var resident = world.resident("Fatima").id();
        for (var role : EnumSet.complementOf(EnumSet.of(Role.KCC))) {
            var other = world.professional("Iemand", role);
            assertRefused(() -> world.workspace.bean(Desk.class).visit(other, resident, DeskAct.Channel.BALIE));
        }
        world.workspace.bean(Parties.class).related(desk.id(), Set.of(resident), Set.of());
        assertRefused(() -> visit(resident));
    }

    @Test
    void aCodeEndsAfterFourteenDays() {
        var resident = world.resident("Fatima").id();
        var act = yesTo(resident);
        var code = code(act);
        world.clock.advance(Duration.ofDays(14));
        var later = world.professional("Later", Role.KCC);

        var refused = catchThrowableOfType(
                DeskRefused.class, () -> world.workspace.bean(Desk.class).confirm(later, resident, act.id(), code));
        assertThat(refused.reason()).isEqualTo(DeskRefused.Reason.CODE_EXPIRED);
        work();
        assertThat(world.workspace
                        .bean(Desk.class)
                        .visit(later, resident, DeskAct.Channel.BALIE)
                        .acts())
                .extracting(DeskAct::state)
                .containsExactly(DeskAct.State.VERVALLEN);
    }

    @Test
    void afterADeathNoCodeCountsNoLetterLeavesAndNobodySignsIn() {
        var wilma = world.person("Wilma Dijk");
        var herself = wilma.signsIn();
        var share = world.resident.bean(ShareCodes.class).current(herself).text();
        var posted = yesTo(wilma);
        var code = code(posted);
        var waiting = yesTo(wilma);

        world.workspace.bean(Deaths.class).register(desk, herself.id(), world.today(), Deaths.Evidence.CERTIFICATE);

        assertThat(refusal(posted, code)).isEqualTo(DeskRefused.Reason.NO_LONGER_OPEN);
        var office = world.resident.bean(DeskOffice.class);
        assertThat(catchThrowableOfType(DeskRefused.class, () -> office.confirm(code, UUID.randomUUID()))
                        .reason())
                .isEqualTo(DeskRefused.Reason.NO_LONGER_OPEN);
        assertThat(catchThrowableOfType(
                        ShareCodes.CodeRefused.class,
                        () -> world.workspace
                                .bean(ShareCodes.class)
                                .redeem(world.professional("Anouk", Role.CO), share)))
                .hasMessage("code refused");
        assertRefused(wilma::signsIn);
        world.resident.bean(DueWork.class).expireDue();
        work();
        assertThat(List.of(state(posted), state(waiting))).containsOnly(DeskAct.State.VERVALLEN);
        assertThat(letters(waiting)).isEmpty();
    }

    private DeskAct yesTo(DossierWorld.Person person) {
        return yesTo(world.resident.residents().addressed(person.bsn));
    }

    private ResidentId comesToTheDesk(DossierWorld.Person person) {
        var resident =
                world.workspace.bean(Lookups.class).byBsn(desk, person.bsn, new Purpose("Mevrouw staat aan de balie."));
        world.workspace.residents().registerAtDesk(desk, person.bsn);
        world.resident
                .residents()
                .openRegistered(bsn -> bsn.equals(person.bsn)
                        ? Optional.of(
                                new Residents.Profile(person.profile.name(), person.profile.born(), Optional.empty()))
                        : Optional.empty());
        return resident;
    }

    private Desk.Visit visit(ResidentId resident) {
        return world.workspace.bean(Desk.class).visit(desk, resident, DeskAct.Channel.BRIEF);
    }

    private DeskAct record(ResidentId resident, DeskAct.Channel channel, DeskOrder order) {
        return world.workspace
                .bean(Desk.class)
                .record(desk, resident, new DeskActId(UUID.randomUUID()), channel, order, Optional.empty());
    }

    private DeskAct saysYes(ResidentId resident, RequestId request, Terms terms) {
        return record(resident, DeskAct.Channel.BRIEF, new DeskOrder.Give(request, terms, SHOWN));
    }

    private DeskAct yesTo(ResidentId resident) {
        var terms = world.toRead(Section.WONEN);
        return saysYes(resident, world.asks(world.professional("Bram Visser", Role.CM), resident, terms), terms);
    }

    private void work() {
        world.resident
                .bean(DeskOffice.class)
                .carryOut(resident -> world.resident.residents().nameOf(resident), (resident, order) -> true);
    }

    /** Those that were handed out before too: each is, until its next try, handed out once. */
    private List<DeskOffice.Letter> letters(DeskAct act) {
        handedOut.addAll(world.resident.bean(DeskOffice.class).letters());
        return handedOut.stream()
                .filter(letter -> letter.act().id().equals(act.id()))
                .toList();
    }

    private DeskOffice.Letter letter(DeskAct act) {
        return letters(act).getLast();
    }

    private void posted(DeskOffice.Letter letter) {
        world.resident.bean(DeskOffice.class).posted(letter);
    }

    /** As the resident reads it in the letter. */
    private String code(DeskAct act) {
        work();
        var letter = letter(act);
        assertThat(letter.what()).isEqualTo(DeskOffice.What.CODE);
        posted(letter);
        return letter.code().orElseThrow();
    }

    private DeskAct confirm(DeskAct act, String code) {
        return world.workspace.bean(Desk.class).confirm(desk, act.resident(), act.id(), code);
    }

    private DeskRefused.Reason refusal(DeskAct act, String code) {
        return catchThrowableOfType(DeskRefused.class, () -> confirm(act, code)).reason();
    }

    private DeskAct.State state(DeskAct act) {
        return visit(act.resident()).acts().stream()
                .filter(one -> one.id().equals(act.id()))
                .map(DeskAct::state)
                .findFirst()
                .orElseThrow();
    }

    private List<String> steps(Actor.Resident actor) {
        return world.log(actor, LedgerEvent.Kind.DESK).stream()
                .map(line -> line.details().get("step"))
                .toList();
    }

    private void assertCannotWrite(Actor.Professional reader, ResidentId resident) {
        assertThat(catchThrowableOfType(
                        AccessRefused.class,
                        () -> world.workspace
                                .dossiers()
                                .add(
                                        reader,
                                        resident,
                                        DossierWorld.newId(),
                                        world.about(Section.VERHAAL, "Gesprek", "Niets"))))
                .isNotNull();
    }
}
