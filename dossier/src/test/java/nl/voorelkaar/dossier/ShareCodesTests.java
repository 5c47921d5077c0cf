package nl.voorelkaar.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.AssuranceLevel;
import nl.voorelkaar.consent.LedgerEvent.Kind;
import nl.voorelkaar.consent.RateLimits;
import nl.voorelkaar.consent.Role;
import nl.voorelkaar.dossier.ShareCodes.CodeRefused;
import org.junit.jupiter.api.Test;

class ShareCodesTests {

    private final DossierWorld world = DossierWorld.shared();
    private final ShareCodes codes = world.resident.bean(ShareCodes.class);
    private final ShareCodes desk = world.workspace.bean(ShareCodes.class);

    @Test
    void severalProfessionalsUseOneCodeWithinItsHour() {
        var fatma = world.resident("Fatma");
        var code = codes.current(fatma);

        assertThat(code.text()).matches("[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}");
        assertThat(code.expiresAt()).isEqualTo(world.clock.instant().plus(ShareCodes.VALID));
        assertThat(codes.current(fatma)).isEqualTo(code);
        assertThat(desk.redeem(world.professional("Anouk", Role.CO), code.text()))
                .isEqualTo(fatma.id());
        assertThat(desk.redeem(
                        world.professional("Joost", Role.CO),
                        code.text().toLowerCase().replace('-', ' ')))
                .isEqualTo(fatma.id());
        assertThat(world.log(fatma, Kind.CODE_ISSUED)).hasSize(1);
        assertThat(world.log(fatma, Kind.CODE_USED))
                .extracting(line -> line.by().orElseThrow().name())
                .containsExactly("Joost", "Anouk");
    }

    @Test
    void aCodeOpensNothingByItself() {
        var fatma = world.resident("Fatma");
        var anouk = world.professional("Anouk", Role.CO);
        var id = desk.redeem(anouk, codes.current(fatma).text());
        DossierWorld.assertRefused(() -> world.workspace.dossiers().open(anouk, id));
    }

    @Test
    void unknownExpiredReplacedAndMisspelledLookAlike() {
        var fatma = world.resident("Fatma");
        var hassan = world.resident("Hassan");
        var anouk = world.professional("Anouk", Role.CO);
        var replaced = codes.current(hassan).text();
        var fresh = codes.renew(hassan);
        var expired = codes.current(fatma).text();
        assertThat(fresh.text()).isNotEqualTo(replaced);
        world.clock.advance(ShareCodes.VALID);

        for (var code : new String[] {"ZZZZ-ZZZZ", expired, replaced, "0O1I-L000", "", "x".repeat(5_000)}) {
            var refused = catchThrowableOfType(CodeRefused.class, () -> desk.redeem(anouk, code));
            assertThat(refused.tooManyTries()).isFalse();
            assertThat(refused).hasMessage("code refused");
        }
        assertThat(codes.current(fatma).text()).isNotEqualTo(expired);
    }

    @Test
    void whoKeepsTryingMustWait() {
        var anouk = world.professional("Anouk", Role.CO);
        var joost = world.professional("Joost", Role.CO);
        var code = codes.current(world.resident("Fatma")).text();
        for (int turn = 0; turn < RateLimits.Limit.CODE_REDEMPTION.turns(); turn++) {
            assertThat(catchThrowableOfType(CodeRefused.class, () -> desk.redeem(anouk, "ZZZZ-ZZZZ"))
                            .tooManyTries())
                    .isFalse();
        }
        assertThat(catchThrowableOfType(CodeRefused.class, () -> desk.redeem(anouk, code))
                        .tooManyTries())
                .as("also with the right code")
                .isTrue();
        assertThat(desk.redeem(joost, code)).isNotNull();
        world.clock.advance(Duration.ofMinutes(10));
        assertThat(desk.redeem(anouk, code)).isNotNull();
    }

    @Test
    void whoServesManyResidentsWithCodesThatAreRightNeverWaits() {
        var anouk = world.professional("Anouk", Role.CO);
        var fatma = world.resident("Fatma");
        for (int turn = 0; turn < 3 * RateLimits.Limit.CODE_REDEMPTION.turns(); turn++) {
            assertThat(desk.redeem(anouk, codes.current(fatma).text())).isEqualTo(fatma.id());
        }
    }

    @Test
    void onlyAResidentWhoseLoginIsSureEnoughHasACode() {
        var fatma = world.resident("Fatma");
        var weak = new Actor.Resident(fatma.id(), AssuranceLevel.MIDDEN, fatma.signedInAt(), fatma.assertion());
        DossierWorld.assertRefused(() -> codes.current(weak));
        DossierWorld.assertRefused(() -> codes.renew(weak));
    }
}
