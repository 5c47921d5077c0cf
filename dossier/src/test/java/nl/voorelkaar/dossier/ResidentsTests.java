package nl.voorelkaar.dossier;

import static nl.voorelkaar.consent.Section.VERHAAL;
import static nl.voorelkaar.dossier.DossierWorld.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import nl.devservices.identity.LocalIssuer;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.AssuranceLevel;
import nl.voorelkaar.consent.ConsentRefused;
import nl.voorelkaar.consent.LedgerEvent.Kind;
import nl.voorelkaar.consent.Purpose;
import nl.voorelkaar.consent.RateLimits;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Role;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class ResidentsTests {

    private final DossierWorld world = DossierWorld.shared();
    private final Residents residents = world.resident.residents();
    private final Lookups lookups = world.workspace.bean(Lookups.class);

    private static final Purpose REASON = new Purpose("Mevrouw belde over hulp in huis.");

    @Test
    void aResidentIsTheSameOneAtEveryLogin() {
        var fatma = world.person("Fatma Yılmaz");
        var first = fatma.signsIn();
        world.writes(first, VERHAAL, "Blijft staan");
        var second = fatma.signsIn(AssuranceLevel.HOOG);

        assertThat(second.id()).isEqualTo(first.id());
        assertThat(residents.profile(second)).isEqualTo(fatma.profile);
        assertThat(residents.noticeAddress(second.id())).isEqualTo(fatma.profile.email());
        assertThat(world.resident
                        .dossiers()
                        .open(second, second.id(), Set.of(VERHAAL))
                        .sections()
                        .getFirst()
                        .entries())
                .hasSize(1);
    }

    @Test
    void twoFirstLoginsAtOnceMakeOneDossier() throws Exception {
        var fatma = world.person("Fatma");
        Callable<ResidentId> login = () -> fatma.signsIn().id();
        try (var browsers = Executors.newFixedThreadPool(6)) {
            var ids = new HashSet<ResidentId>();
            for (var signedIn : browsers.invokeAll(List.of(login, login, login, login, login, login))) {
                ids.add(signedIn.get());
            }
            assertThat(ids).hasSize(1);
        }
        world.writes(fatma.signsIn(), VERHAAL, "Eén dossier, één sleutel");
    }

    @Test
    void theFirstLoginTakesTheIdThatWasReservedForIt() {
        var fatma = world.person("Fatma");
        var anouk = world.professional("Anouk Meijer", Role.CO);
        var reserved = lookups.byBsn(anouk, fatma.bsn, REASON);
        assertThat(lookups.byBsn(anouk, fatma.bsn, REASON)).isEqualTo(reserved);
        var request = world.asks(anouk, reserved, world.toRead(VERHAAL));

        var signedIn = fatma.signsIn();

        assertThat(signedIn.id()).isEqualTo(reserved);
        assertThat(world.log(signedIn, Kind.LOOKED_UP))
                .as("what happened before the first login is in the log too")
                .hasSize(2)
                .allSatisfy(line -> {
                    assertThat(line.by())
                            .hasValueSatisfying(
                                    party -> assertThat(party.name()).isEqualTo("Anouk Meijer"));
                    assertThat(line.details()).containsEntry("reason", REASON.text());
                });
        world.writes(signedIn, VERHAAL, "Na het verzoek");
        world.says(signedIn, request, world.toRead(VERHAAL));
        assertThat(world.workspace.dossiers().open(anouk, signedIn.id()).sections())
                .hasSize(1);
    }

    @Test
    void aLookupAnswersAlikeForSomebodyWithADossierAndSomebodyWithout() {
        var known = world.person("Fatma");
        var id = known.signsIn().id();
        var unknown = world.person("Nog nooit hier");
        var anouk = world.professional("Anouk Meijer", Role.CO);

        assertThat(lookups.byBsn(anouk, known.bsn, REASON)).isEqualTo(id);
        assertThat(lookups.byBsn(anouk, unknown.bsn, REASON)).isNotNull();
        assertRefused(() -> world.workspace.dossiers().open(anouk, lookups.byBsn(anouk, unknown.bsn, REASON)));
        assertRefused(() -> world.workspace.dossiers().open(anouk, id));
    }

    @Test
    void whoLooksUpTooManyIsToldToWait() {
        var anouk = world.professional("Anouk Meijer", Role.CO);
        for (int turn = 0; turn < RateLimits.Limit.BSN_LOOKUP.turns(); turn++) {
            lookups.byBsn(anouk, world.person("Iemand").bsn, REASON);
        }
        Assertions.assertThatThrownBy(() -> lookups.byBsn(anouk, world.person("Iemand").bsn, REASON))
                .isInstanceOfSatisfying(
                        ConsentRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(ConsentRefused.Reason.TOO_MANY));
    }

    @Test
    void oneLoginIsOnePerson() {
        var fatma = world.person("Fatma");
        var hassan = world.person("Hassan");
        fatma.signsIn();
        hassan.signsIn();
        var assertionOfFatma = world.assertion(world.digid, fatma.subject, AssuranceLevel.HOOG);
        assertRefused(() -> residents.signedIn(hassan.bsn, hassan.profile, assertionOfFatma));
    }

    @Test
    void aLoginThatIsNotSureEnoughOrNotSignedOpensNoDossier() {
        var fatma = world.person("Fatma");
        assertRefused(() -> fatma.signsIn(AssuranceLevel.MIDDEN));
        var forged = world.assertion(new LocalIssuer(), fatma.subject, AssuranceLevel.HOOG);
        assertRefused(() -> residents.signedIn(fatma.bsn, fatma.profile, forged));
        var anybody = new Actor.Resident(
                new ResidentId(java.util.UUID.randomUUID()), AssuranceLevel.HOOG, world.clock.instant(), forged);
        assertRefused(() -> residents.profile(anybody));
    }

    @Test
    void aNewNameAndAddressReplaceTheOldOnes() {
        var fatma = world.person("Fatma Yılmaz");
        var actor = fatma.signsIn();
        var renamed = new Residents.Profile("Fatma de Boer", LocalDate.of(1956, 3, 14), Optional.empty());
        residents.signedIn(fatma.bsn, renamed, actor.assertion());

        assertThat(residents.profile(actor)).isEqualTo(renamed);
        assertThat(residents.noticeAddress(actor.id())).isEmpty();
        assertThat(world.resident.dossiers().open(actor, actor.id()).name()).contains("Fatma de Boer");
    }

    @Test
    void aProfessionalKnowsTheNamesOfWhoseDossierIsOpenToThem() {
        var fatma = world.resident("Fatma Yılmaz");
        var hassan = world.resident("Hassan El Amrani");
        var anouk = world.professional("Anouk Meijer", Role.CO);
        var grant = world.grants(fatma, anouk, world.toRead(VERHAAL));
        var names = world.workspace.residents();

        assertThat(names.names(anouk, List.of(fatma.id(), hassan.id(), new ResidentId(java.util.UUID.randomUUID()))))
                .containsExactly(java.util.Map.entry(fatma.id(), "Fatma Yılmaz"));
        assertThat(world.log(fatma, Kind.LISTED)).hasSize(1);
        assertThat(world.log(hassan, Kind.LISTED)).isEmpty();
        world.stops(fatma, grant);
        assertThat(names.names(anouk, List.of(fatma.id()))).isEmpty();
    }
}
