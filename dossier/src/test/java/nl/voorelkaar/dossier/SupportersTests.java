package nl.voorelkaar.dossier;

import static nl.voorelkaar.dossier.DossierWorld.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import nl.voorelkaar.consent.Access;
import nl.voorelkaar.consent.AccessRefused;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.Boundary;
import nl.voorelkaar.consent.Decision;
import nl.voorelkaar.consent.LedgerEvent;
import nl.voorelkaar.consent.Mandate;
import nl.voorelkaar.consent.MandateId;
import nl.voorelkaar.consent.MandateRefused;
import nl.voorelkaar.consent.MandateScope;
import nl.voorelkaar.consent.Mandates;
import nl.voorelkaar.consent.Role;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.consent.ShownText;
import nl.voorelkaar.consent.Supporter;
import nl.voorelkaar.consent.Thing;
import nl.voorelkaar.dossier.ProceduresTests.Talk;
import nl.voorelkaar.dossier.procedure.CaseDesk;
import nl.voorelkaar.dossier.procedure.ProcedureId;
import nl.voorelkaar.dossier.procedure.ProcedureKind;
import nl.voorelkaar.dossier.procedure.Procedures;
import nl.voorelkaar.dossier.procedure.StepId;
import nl.voorelkaar.dossier.vault.KeyBroker;
import org.junit.jupiter.api.Test;

/** A client supporter who is let into one thing, and into nothing else. */
class SupportersTests {

    private static final Set<Section> HERE = Set.of(Section.PLAN);
    private static final ShownText SHOWN = new ShownText("T. P. mag meelezen.", Locale.of("nl"));

    private final DossierWorld world = DossierWorld.shared();
    private final Mandates mandates = world.resident.bean(Mandates.class);
    private final Procedures mijn = world.resident.bean(Procedures.class);
    private final Actor.Resident fatima = world.resident("Fatima el Amrani");
    private final Actor.Resident tom = world.resident("Tom Prins");
    private final Actor.Professional anouk = world.professional("Anouk", Role.GSP);
    private final MandateId id = new MandateId(UUID.randomUUID());
    private final ProcedureId thisOne = begun("dit");
    private final ProcedureId another = begun("iets anders");

    private ProcedureId begun(String word) {
        var procedure = new ProcedureId(UUID.randomUUID());
        mijn.take(
                fatima,
                fatima.id(),
                HERE,
                "plan.say",
                turn -> turn.start(new Talk(), procedure, step(), new Talk.Said(word)));
        return procedure;
    }

    private Actor.Acting helping() {
        var code = mandates.invite(
                        fatima,
                        id,
                        new Boundary(new Thing(thisOne.value()), Section.PLAN, Supporter.CLIENTONDERSTEUNER))
                .code();
        mandates.accept(tom, code, "Tom Prins");
        mandates.confirmHelp(fatima, id, world.today().plusDays(60), "Fatima el Amrani", SHOWN);
        return mandates.acting(tom, id).orElseThrow();
    }

    private List<String> words(Actor.Acting supporter, ProcedureId which) {
        return mijn.readOne(supporter, fatima.id(), ProcedureKind.PLAN, which, open -> open.find(new Talk(), which))
                .words();
    }

    @Test
    void readsThatOneThingAndNothingElseOfTheDossier() {
        var supporter = helping();

        assertThat(words(supporter, thisOne)).containsExactly("dit");
        assertRefused(() -> words(supporter, another));
        assertRefused(() -> mijn.read(supporter, fatima.id(), HERE, open -> open.find(new Talk(), thisOne)));
        for (var section : Section.values()) {
            assertRefused(() -> world.resident.dossiers().open(supporter, fatima.id(), Set.of(section)));
        }
        assertRefused(() -> mijn.take(supporter, fatima.id(), HERE, "plan.say", turn -> turn));
        assertThat(world.log(fatima, LedgerEvent.Kind.READ))
                .anySatisfy(line -> assertThat(line.through())
                        .hasValueSatisfying(carer -> assertThat(carer.name()).contains("Tom Prins")));
    }

    /** Sealed for it, not only checked. */
    @Test
    void theKeysOfASupporterOpenNoOtherRecordOfTheSection() {
        var supporter = helping();
        var broker = world.resident.bean(KeyBroker.class);
        var access = Access.read(fatima.id(), Section.PLAN).only(new Thing(thisOne.value()));
        assertThat(words(supporter, thisOne)).isNotEmpty();
        assertThatThrownBy(() -> mijn.readOne(
                        supporter, fatima.id(), ProcedureKind.PLAN, thisOne, open -> open.find(new Talk(), another)))
                .isInstanceOf(SecurityException.class);
        try (var keys = broker.open(supporter, access)) {
            assertThatThrownBy(() -> keys.epoch(Section.PLAN)).isInstanceOf(RuntimeException.class);
        }
        assertThat(world.past(world.databases.superuser())
                        .sql("select count(*) from dossier.grant_section_key where grant_id = :keys")
                        .param("keys", keysId())
                        .query(Long.class)
                        .single())
                .as("no key of a section goes along")
                .isZero();
    }

    private UUID keysId() {
        return mandates.find(fatima, id).keys().orElseThrow().value();
    }

    @Test
    void readsAlsoWhatIsWrittenLaterWhoeverWritesIt() {
        var supporter = helping();
        given(anouk);
        says(anouk, "van Anouk");

        assertThat(words(supporter, thisOne)).containsExactly("dit", "van Anouk");
    }

    @Test
    void endsByItselfWithTheThingWhereverThatEnds() {
        var supporter = helping();
        var keys = keysId();
        given(anouk);
        says(anouk, "tot ziens");

        assertRefused(() -> words(supporter, thisOne));
        assertThat(mandates.acting(tom, id)).isEmpty();
        assertThat(mandates.find(fatima, id).state()).isEqualTo(Mandate.State.VERLOPEN);
        assertThat(world.log(fatima, LedgerEvent.Kind.MANDATE_ENDED_WITH_IT)).hasSize(1);
        for (var table : List.of("grant_box", "record_key", "bounded_key")) {
            assertThat(world.past(world.databases.superuser())
                            .sql("select count(*) from dossier." + table + " where grant_id = :keys")
                            .param("keys", keys)
                            .query(Long.class)
                            .single())
                    .as(table)
                    .isZero();
        }
    }

    @Test
    void anInvitationForAThingThatIsOverOpensNothing() {
        var code = mandates.invite(fatima, id, new Boundary(new Thing(thisOne.value()), Section.PLAN, Supporter.TOLK))
                .code();
        given(anouk);
        says(anouk, "tot ziens");
        assertThatThrownBy(() -> mandates.accept(tom, code, "Tom Prins")).isInstanceOf(MandateRefused.class);
    }

    @Test
    void isStoppedAsAnyMandate() {
        var supporter = helping();
        mandates.stop(fatima, id, DossierWorld.SHOWN);
        assertThatThrownBy(() -> words(supporter, thisOne))
                .isInstanceOfSatisfying(
                        AccessRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(Decision.Reason.STOPPED));
    }

    @Test
    void getsNoScopesAndIsNotWidened() {
        helping();
        assertThatThrownBy(() -> mandates.narrow(
                        fatima,
                        id,
                        Set.of(MandateScope.LEZEN_PLAN),
                        world.today().plusDays(2),
                        DossierWorld.SHOWN))
                .isInstanceOf(MandateRefused.class);
        var second = new MandateId(UUID.randomUUID());
        var code = mandates.invite(
                        fatima, second, new Boundary(new Thing(another.value()), Section.PLAN, Supporter.BEKENDE))
                .code();
        mandates.accept(tom, code, "Tom Prins");
        assertThatThrownBy(() -> mandates.confirm(
                        fatima,
                        second,
                        Set.of(MandateScope.LEZEN_PLAN),
                        world.today().plusDays(2),
                        Mandate.Digest.DAILY,
                        "Fatima el Amrani",
                        SHOWN))
                .isInstanceOf(MandateRefused.class);
    }

    private void given(Actor.Professional to) {
        var desk = world.workspace.bean(CaseDesk.class);
        var manager = world.professional("Teammanager", Role.TM);
        var head = desk.waiting(manager).stream()
                .filter(one -> one.id().equals(thisOne))
                .findFirst()
                .orElseThrow();
        desk.give(manager, head, to.id(), world.today().plusDays(42));
    }

    private void says(Actor.Professional actor, String word) {
        world.workspace
                .bean(Procedures.class)
                .take(
                        actor,
                        fatima.id(),
                        HERE,
                        "plan.say",
                        turn -> turn.take(new Talk(), thisOne, step(), talk -> talk.say(word)));
    }

    private static StepId step() {
        return new StepId(UUID.randomUUID());
    }
}
