package nl.voorelkaar.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.voorelkaar.consent.AccessRefused;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.Decision;
import nl.voorelkaar.consent.Grondslag;
import nl.voorelkaar.consent.LedgerEvent;
import nl.voorelkaar.consent.Mandate;
import nl.voorelkaar.consent.MandateId;
import nl.voorelkaar.consent.MandateScope;
import nl.voorelkaar.consent.Mandates;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.consent.ShownText;
import nl.voorelkaar.dossier.procedure.Procedures;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A son who acts for his mother: with his own login, in her dossier, as far as she lets him. */
class NamensTests {

    private final DossierWorld world = DossierWorld.shared();
    private final Mandates mandates = world.resident.bean(Mandates.class);
    private final MandateId id = new MandateId(UUID.randomUUID());

    private Actor.Resident fatima;
    private Actor.Resident youssef;

    @BeforeEach
    void twoPeople() {
        fatima = world.resident("Fatima el Amrani");
        youssef = world.resident("Youssef el Amrani");
        world.writes(fatima, Section.GEZONDHEID, "Mijn knie");
        world.writes(fatima, Section.GELD, "Mijn schulden");
        world.writes(youssef, Section.GEZONDHEID, "Mijn eigen rug");
    }

    private Actor.Acting mandated(MandateScope first, MandateScope... more) {
        mandates.accept(youssef, mandates.invite(fatima, id).code(), "Youssef el Amrani");
        mandates.confirm(
                fatima,
                id,
                EnumSet.of(first, more),
                world.today().plusDays(30),
                Mandate.Digest.WEEKLY,
                "Fatima el Amrani",
                new ShownText("Y. el A. mag dit.", Locale.of("nl")));
        return mandates.acting(youssef, id).orElseThrow();
    }

    private DossierView open(Actor.Acting carer) {
        return world.resident.dossiers().open(carer, fatima.id());
    }

    private static void refused(Decision.Reason reason, Runnable act) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        AccessRefused.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }

    @Test
    void readsWhatIsInScopeOfTheOtherAndNothingOfHisOwn() {
        var view = open(mandated(MandateScope.LEZEN_GEZONDHEID));

        assertThat(view.resident()).isEqualTo(fatima.id());
        assertThat(view.name()).contains("Fatima el Amrani");
        assertThat(view.sections())
                .singleElement()
                .satisfies(section ->
                        assertThat(section.entries()).extracting(Entry::title).containsExactly("Mijn knie"))
                .satisfies(section -> assertThat(section.ground().ground()).isEqualTo(Grondslag.MACHTIGING));
    }

    @Test
    void isInTheLogAsHimselfInHerName() {
        open(mandated(MandateScope.LEZEN_GEZONDHEID));

        assertThat(world.log(fatima, LedgerEvent.Kind.READ).getFirst().through())
                .hasValueSatisfying(carer -> assertThat(carer.name()).contains("Youssef el Amrani"));
        assertThat(world.log(youssef, LedgerEvent.Kind.READ)).isEmpty();
    }

    @Test
    void isShownWhatThePreviewShowed() {
        var sections = mandates.opens(Set.of(MandateScope.LEZEN_GEZONDHEID));
        var preview = world.resident
                .dossiers()
                .preview(fatima, id, sections, false, world.today().plusDays(30));
        var seen = open(mandated(MandateScope.LEZEN_GEZONDHEID));

        assertThat(preview.name()).isEqualTo(seen.name());
        assertThat(preview.sections()).hasSameSizeAs(seen.sections());
        assertThat(preview.sections().getFirst().entries())
                .isEqualTo(seen.sections().getFirst().entries());
        assertThat(preview.sections().getFirst().ground().until())
                .isEqualTo(seen.sections().getFirst().ground().until());
    }

    @Test
    void addsWhereHeReadsAndIsNamed() {
        var carer = mandated(MandateScope.LEZEN_GEZONDHEID, MandateScope.DOCUMENTEN_TOEVOEGEN);
        world.resident
                .dossiers()
                .add(carer, fatima.id(), DossierWorld.newId(), world.about(Section.GEZONDHEID, "Van de arts", ""));

        var hers = world.resident.dossiers().open(fatima, fatima.id(), Set.of(Section.GEZONDHEID));
        assertThat(hers.sections().getFirst().entries())
                .filteredOn(entry -> entry.title().equals("Van de arts"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.authorName()).contains("Youssef el Amrani"))
                .satisfies(entry -> assertThat(entry.writtenBy()).isEqualTo(Optional.empty()));
        refused(
                Decision.Reason.SECTION_NOT_GRANTED,
                () -> world.resident
                        .dossiers()
                        .add(carer, fatima.id(), DossierWorld.newId(), world.about(Section.GELD, "Een rekening", "")));
    }

    @Test
    void seesNothingOfWhatIsKeptApartNotEvenThatItIsThere() {
        var about = world.about(Section.GEZONDHEID, "Mijn zus", "Zij slaat.");
        var kept = world.resident
                .dossiers()
                .add(
                        fatima,
                        fatima.id(),
                        DossierWorld.newId(),
                        new NewEntry(about.section(), about.title(), about.text(), about.date(), true));
        var carer = mandated(MandateScope.LEZEN_GEZONDHEID, MandateScope.DOCUMENTEN_TOEVOEGEN);

        assertThat(titles(world.resident
                        .dossiers()
                        .preview(
                                fatima,
                                id,
                                Set.of(Section.GEZONDHEID),
                                true,
                                world.today().plusDays(30))))
                .containsExactly("Mijn knie");
        assertThat(titles(open(carer))).containsExactly("Mijn knie");
        refused(Decision.Reason.NO_GROUND, () -> world.resident.dossiers().versions(carer, fatima.id(), kept.id()));
        assertThat(titles(world.resident.dossiers().open(fatima, fatima.id(), Set.of(Section.GEZONDHEID))))
                .contains("Mijn zus");
    }

    @Test
    void aMarkThatIsTakenOffOrPutOnHoldsFromThenOn() {
        var dossiers = world.resident.dossiers();
        var carer = mandated(MandateScope.LEZEN_GEZONDHEID);
        var entry = dossiers.open(fatima, fatima.id(), Set.of(Section.GEZONDHEID))
                .sections()
                .getFirst()
                .entries()
                .getFirst();

        var hidden = dossiers.edit(fatima, fatima.id(), entry.id(), 1, marked(entry, true));
        assertThat(titles(open(carer))).isEmpty();
        var earlier = dossiers.restore(fatima, fatima.id(), entry.id(), 1);
        assertThat(titles(open(carer))).isEmpty();

        assertThat(hidden.apart()).isTrue();
        dossiers.edit(fatima, fatima.id(), entry.id(), earlier.version(), marked(entry, false));
        assertThat(titles(open(carer))).containsExactly("Mijn knie");
    }

    @Test
    void keepsNothingApartFromHimself() {
        var carer = mandated(MandateScope.LEZEN_GEZONDHEID, MandateScope.DOCUMENTEN_TOEVOEGEN);
        var about = world.about(Section.GEZONDHEID, "Van mij", "");

        refused(
                Decision.Reason.NO_GROUND,
                () -> world.resident
                        .dossiers()
                        .add(
                                carer,
                                fatima.id(),
                                DossierWorld.newId(),
                                new NewEntry(about.section(), about.title(), about.text(), about.date(), true)));
    }

    private static NewEntry marked(Entry entry, boolean apart) {
        return new NewEntry(entry.section(), entry.title(), entry.text(), entry.date(), apart);
    }

    private static List<String> titles(DossierView view) {
        return view.sections().getFirst().entries().stream().map(Entry::title).toList();
    }

    @Test
    void changesAndTakesAwayNothing() {
        var hers = world.writes(fatima, Section.GEZONDHEID, "Van haar");
        var carer = mandated(MandateScope.LEZEN_GEZONDHEID, MandateScope.DOCUMENTEN_TOEVOEGEN);
        refused(
                Decision.Reason.RIGHT_NOT_GRANTED,
                () -> world.resident.dossiers().remove(carer, fatima.id(), hers.id()));
    }

    @Test
    void goldenScenarioS2TheSonSignsNothingWhateverHeMay() {
        var carer = mandated(MandateScope.LEZEN_PLAN, MandateScope.ONDERTEKENEN);
        var procedures = world.resident.bean(Procedures.class);
        refused(
                Decision.Reason.RIGHT_NOT_GRANTED,
                () -> procedures.take(carer, fatima.id(), Set.of(Section.PLAN), "plan.sign", turn -> turn));
        assertThat(world.log(fatima, LedgerEvent.Kind.STEP_TAKEN).getFirst())
                .satisfies(line -> assertThat(line.outcome()).isEqualTo(LedgerEvent.Outcome.REFUSED))
                .satisfies(line -> assertThat(line.through()).isPresent());
    }

    @Test
    void opensNothingOfSomebodyElseThanWhomHeActsFor() {
        var carer = mandated(MandateScope.LEZEN_GEZONDHEID);
        refused(
                Decision.Reason.NOT_THE_RESIDENT,
                () -> world.resident.dossiers().open(carer, youssef.id(), Set.of(Section.GEZONDHEID)));
    }

    @Test
    void isStoppedInTheMiddle() {
        var carer = mandated(MandateScope.LEZEN_GEZONDHEID, MandateScope.DOCUMENTEN_TOEVOEGEN);
        open(carer);
        mandates.stop(fatima, id, DossierWorld.SHOWN);

        refused(
                Decision.Reason.STOPPED,
                () -> world.resident
                        .dossiers()
                        .add(carer, fatima.id(), DossierWorld.newId(), world.about(Section.GEZONDHEID, "Te laat", "")));
        assertThat(world.resident
                        .dossiers()
                        .open(fatima, fatima.id(), Set.of(Section.GEZONDHEID))
                        .sections()
                        .getFirst()
                        .entries())
                .extracting(Entry::title)
                .containsExactly("Mijn knie");
    }
}
