package nl.voorelkaar.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import nl.voorelkaar.consent.AccessRefused;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.AssuranceLevel;
import nl.voorelkaar.consent.Decision.Reason;
import nl.voorelkaar.consent.LedgerEvent.Kind;
import nl.voorelkaar.consent.Purpose;
import nl.voorelkaar.consent.Role;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Who may find a resident by code or by BSN, asked of the services themselves. */
class FindingTests {

    private static final Purpose REASON = new Purpose("Mevrouw belde over haar melding.");

    private final DossierWorld world = DossierWorld.shared();
    private final ShareCodes codes = world.resident.bean(ShareCodes.class);
    private final ShareCodes desk = world.workspace.bean(ShareCodes.class);
    private final Lookups lookups = world.workspace.bean(Lookups.class);

    @ParameterizedTest(name = "{0} finds residents: {1}")
    @CsvSource({
        "GSP,  true", // asks
        "CM,   true", // asks
        "SPEC, true", // asks
        "AANB, true", // asks
        "JUR,  true", // asks
        "KLB,  true", // asks
        "CO,   true", // asks
        "KCC,  true", // gives cases
        "TM,   true", // gives cases
        "BES,  false", // gets cases, and finds nobody
        "FG,   true", // registers what came by letter
    })
    void onlyWhoCanAskAssignOrRegisterFindsAResident(Role role, boolean finds) {
        var person = world.person("Fatma");
        var fatma = person.signsIn();
        var code = codes.current(fatma).text();
        var actor = world.professional("Anouk", role);

        if (finds) {
            assertThat(desk.redeem(actor, code)).isEqualTo(fatma.id());
            assertThat(lookups.byBsn(actor, person.bsn, REASON)).isEqualTo(fatma.id());
        } else {
            assertRefused(Reason.ROLE_MAY_NOT, () -> desk.redeem(actor, code));
            assertRefused(Reason.ROLE_MAY_NOT, () -> lookups.byBsn(actor, person.bsn, REASON));
        }
        assertThat(world.log(fatma, Kind.CODE_USED)).hasSize(finds ? 1 : 0);
        assertThat(world.log(fatma, Kind.LOOKED_UP)).hasSize(finds ? 1 : 0);
    }

    @ParameterizedTest
    @EnumSource(
            value = AssuranceLevel.class,
            names = {"SUBSTANTIEEL", "HOOG"},
            mode = EnumSource.Mode.EXCLUDE)
    void aLoginThatIsNotSureEnoughFindsNobody(AssuranceLevel level) {
        var person = world.person("Hassan");
        var code = codes.current(person.signsIn()).text();
        var sure = world.professional("Anouk", Role.CM);
        var unsure = new Actor.Professional(
                sure.id(), sure.role(), sure.organisation(), sure.team(), level, sure.signedInAt(), sure.assertion());

        assertRefused(Reason.ASSURANCE_TOO_LOW, () -> desk.redeem(unsure, code));
        assertRefused(Reason.ASSURANCE_TOO_LOW, () -> lookups.byBsn(unsure, person.bsn, REASON));
    }

    private static void assertRefused(Reason reason, ThrowingCallable attempt) {
        var refused = catchThrowableOfType(AccessRefused.class, attempt);
        assertThat(refused).isNotNull();
        assertThat(refused.reason()).isEqualTo(reason);
    }
}
