package nl.voorelkaar.portal.workspace.privacy;

import static nl.voorelkaar.portal.workspace.privacy.UnusualUse.Sign.MANY_DOSSIERS;
import static nl.voorelkaar.portal.workspace.privacy.UnusualUse.Sign.ODD_HOURS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.Emergency;
import nl.voorelkaar.consent.EmergencyId;
import nl.voorelkaar.consent.EmergencyReason;
import nl.voorelkaar.consent.Justification;
import nl.voorelkaar.consent.Party;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.portal.workspace.Desk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnusualUseTests {

    private static final Party BRAM = Desk.colleague("Bram Visser");
    private static final Party ANOUK = Desk.colleague("Anouk Meijer");

    /** 5 October 2026 is a Monday. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "2026-10-05T07:00:00, false",
        "2026-10-05T06:59:59, true",
        "2026-10-05T19:59:59, false",
        "2026-10-05T20:00:00, true",
        "2026-10-09T12:00:00, false",
        "2026-10-10T12:00:00, true",
        "2026-10-11T12:00:00, true",
    })
    void whatIsOpenedOutsideWorkingHoursStandsOut(LocalDateTime at, boolean odd) {
        var found = UnusualUse.in(List.of(opened(BRAM, 1, at)));
        assertThat(found).hasSize(odd ? 1 : 0).allSatisfy(use -> {
            assertThat(use.signs()).containsExactly(ODD_HOURS);
            assertThat(use.day()).isEqualTo(at.toLocalDate());
            assertThat(use.dossiers()).isEqualTo(1);
        });
    }

    @Test
    void manyDossiersOnOneDayByOneProfessionalStandOut() {
        var day = LocalDateTime.of(2026, 10, 5, 9, 0);
        var some = new ArrayList<>(
                List.of(opened(BRAM, 1, day), opened(BRAM, 2, day), opened(BRAM, 2, day), opened(ANOUK, 3, day)));
        some.add(opened(BRAM, 3, day.plusDays(1)));
        assertThat(UnusualUse.in(some)).isEmpty();
        some.add(opened(BRAM, 4, day));
        assertThat(UnusualUse.in(some))
                .containsExactly(new UnusualUse(BRAM, day.toLocalDate(), 3, 0, Set.of(MANY_DOSSIERS)));
    }

    @Test
    void whatWasAskedAndNeverOpenedIsLeftOutAndTheNewestComesFirst() {
        var night = LocalDateTime.of(2026, 10, 5, 23, 0);
        assertThat(UnusualUse.in(List.of(
                        opened(BRAM, 1, night),
                        opened(ANOUK, 1, night.plusDays(1)),
                        emergency(BRAM, 2, Optional.empty()))))
                .extracting(UnusualUse::by)
                .containsExactly(ANOUK, BRAM);
    }

    private static Emergency opened(Party by, int resident, LocalDateTime at) {
        return emergency(
                by, resident, Optional.of(at.atZone(CalendarDays.AMSTERDAM).toInstant()));
    }

    private static Emergency emergency(Party by, int resident, Optional<Instant> from) {
        return new Emergency(
                new EmergencyId(UUID.randomUUID()),
                new ResidentId(new UUID(1, resident)),
                by,
                EmergencyReason.ANDERS,
                Optional.empty(),
                Set.of(Section.CONTACT),
                new Justification("Mevrouw belt en valt steeds weg, ik wil weten waar zij is."),
                from.isPresent() ? Emergency.State.ACTIEF : Emergency.State.AANGEVRAAGD,
                Instant.EPOCH,
                from,
                from.map(at -> at.plusSeconds(60)),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty());
    }
}
