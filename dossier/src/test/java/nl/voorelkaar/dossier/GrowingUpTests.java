package nl.voorelkaar.dossier;

import static nl.voorelkaar.consent.Section.GELD;
import static nl.voorelkaar.consent.Section.GEZONDHEID;
import static nl.voorelkaar.consent.Section.VERHAAL;
import static nl.voorelkaar.dossier.DossierWorld.assertRefused;
import static nl.voorelkaar.dossier.DossierWorld.newId;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.PersonId;
import nl.voorelkaar.consent.Representation.Evidence;
import nl.voorelkaar.consent.Representation.Kind;
import nl.voorelkaar.consent.Representations;
import nl.voorelkaar.consent.Representations.Registration;
import nl.voorelkaar.consent.Representations.Speaker;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Role;
import org.junit.jupiter.api.Test;

/** Golden scenario S7 with real logins and real keys: who speaks for a resident by law, and a birthday at midnight. */
class GrowingUpTests {

    private final DossierWorld world = DossierWorld.shared();
    private final Dossiers dossiers = world.resident.dossiers();
    private final Representations representations = world.resident.bean(Representations.class);

    private void registered(ResidentId of, LocalDate born, Kind kind, Evidence evidence, Actor.Resident... speakers) {
        world.workspace
                .bean(Representations.class)
                .register(
                        world.professional("De balie", Role.KCC),
                        new Registration(
                                of,
                                "Sanne de Wit",
                                born,
                                List.of(speakers).stream()
                                        .map(speaker -> new Speaker(PersonId.of(speaker.id()), "Marieke Bakker"))
                                        .toList(),
                                kind,
                                evidence,
                                world.today(),
                                Optional.empty()));
    }

    private Actor.Acting speaking(Actor.Resident person) {
        var held = representations.heldBy(person).getFirst();
        return representations.acting(person, held.representation().id()).orElseThrow();
    }

    private void untilMidnight() {
        var midnight = CalendarDays.endOf(world.today());
        world.clock.advance(Duration.between(world.clock.instant(), midnight));
    }

    @Test
    void s7SanneGetsHerOwnAccessAtMidnightAndHerMotherWhoIsSignedInLosesHerOwnPart() {
        untilMidnight();
        world.clock.advance(Duration.ofHours(23));
        var born = world.today().plusDays(1).minusYears(12);
        var sanne = world.person("Sanne de Wit", born);
        assertRefused(sanne::signsIn);
        var child = world.resident.residents().addressed(sanne.bsn);
        var mother = world.resident("Marieke Bakker");
        registered(child, born, Kind.OUDER, Evidence.BRP, mother);
        var acting = speaking(mother);
        var entry = dossiers.add(acting, child, newId(), world.about(VERHAAL, "School", "Zij zit in groep acht."));
        assertThat(dossiers.open(acting, child, Set.of(VERHAAL))
                        .sections()
                        .getFirst()
                        .entries())
                .extracting(Entry::text)
                .containsExactly("Zij zit in groep acht.");

        untilMidnight();

        assertRefused(() -> dossiers.open(acting, child, Set.of(VERHAAL)));
        var self = sanne.signsIn();
        assertThat(self.id()).isEqualTo(child);
        assertThat(dossiers.open(self, child, Set.of(VERHAAL))
                        .sections()
                        .getFirst()
                        .entries())
                .extracting(Entry::id)
                .containsExactly(entry.id());
        world.clock.advance(Duration.ofHours(9));
    }

    @Test
    void aBewindvoerderOpensMoneyWithKeysAndNothingElse() {
        var omar = world.resident("Omar Haddad");
        var els = world.resident("Els van Rijn");
        world.writes(omar, GELD, "Schulden", "Ik heb een brief van de bank.");
        world.writes(omar, GEZONDHEID, "Rug", "Mijn rug doet zeer.");
        registered(omar.id(), LocalDate.of(1956, 3, 14), Kind.BEWINDVOERDER, Evidence.REGISTER, els);
        var acting = speaking(els);

        assertThat(dossiers.open(acting, omar.id(), Set.of(GELD))
                        .sections()
                        .getFirst()
                        .entries())
                .hasSize(1);
        assertRefused(() -> dossiers.open(acting, omar.id(), Set.of(GEZONDHEID)));
        assertThat(dossiers.open(omar, omar.id(), Set.of(GELD, GEZONDHEID)).sections())
                .hasSize(2);
    }

    @Test
    void whoActsForOneResidentByLawOpensNoOther() {
        var omar = world.resident("Omar Haddad");
        var other = world.resident("Iemand anders");
        var els = world.resident("Els van Rijn");
        registered(omar.id(), LocalDate.of(1956, 3, 14), Kind.CURATOR, Evidence.REGISTER, els);
        var acting = speaking(els);
        assertRefused(() -> dossiers.open(acting, other.id(), Set.of(GELD)));
    }
}
