package nl.voorelkaar.consent;

import static nl.voorelkaar.consent.Section.GELD;
import static nl.voorelkaar.consent.Section.GEZONDHEID;
import static nl.voorelkaar.consent.Section.VERHAAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MainJobTests extends Situation {

    @Test
    void aProfessionalAsksTheResidentGivesThenStopsAndEverythingIsInTheLog() {
        var anouk = professional(Role.GSP);

        var request = ask(anouk, read(VERHAAL, GEZONDHEID));
        assertThat(requests.open(me())).containsExactly(request);

        var grant = grants.give(me(), request.id(), read(VERHAAL), SHOWN);
        assertThat(grant.state()).isEqualTo(Grant.State.ACTIEF);
        assertThat(grants.of(me())).containsExactly(grant);
        assertThat(workspace(() -> grants.heldBy(anouk))).containsExactly(grant);

        var permits = workspace(() -> gate.require(anouk, Access.read(resident, VERHAAL)));
        assertThat(permits.get(VERHAAL))
                .isEqualTo(new Decision.Permitted(
                        Grondslag.TOESTEMMING, Optional.of(grant.id()), Optional.empty(), CalendarDays.endOf(SPRING)));
        assertThat(workspace(() -> gate.requireAny(anouk, Access.read(resident, VERHAAL, GELD)))
                        .keySet())
                .containsExactly(VERHAAL);

        grants.stop(me(), grant.id(), SHOWN);
        assertThat(reading(anouk, VERHAAL)).isEqualTo(new Decision.Refused(Decision.Reason.STOPPED));
        assertThatThrownBy(() -> workspace(() -> gate.require(anouk, Access.read(resident, VERHAAL))))
                .isInstanceOf(AccessRefused.class)
                .hasMessage("not available");

        assertThat(log())
                .extracting(LedgerLine::kind, LedgerLine::outcome)
                .containsExactly(
                        tuple(LedgerEvent.Kind.LOG_READ, LedgerEvent.Outcome.DONE),
                        tuple(LedgerEvent.Kind.READ, LedgerEvent.Outcome.REFUSED),
                        tuple(LedgerEvent.Kind.STOPPED, LedgerEvent.Outcome.DONE),
                        tuple(LedgerEvent.Kind.READ, LedgerEvent.Outcome.DONE),
                        tuple(LedgerEvent.Kind.READ, LedgerEvent.Outcome.DONE),
                        tuple(LedgerEvent.Kind.GRANTED, LedgerEvent.Outcome.DONE),
                        tuple(LedgerEvent.Kind.ASKED, LedgerEvent.Outcome.DONE));
        assertThat(log(LedgerEvent.Kind.READ).getLast())
                .satisfies(line -> assertThat(line.by().map(Party::name)).contains("Anouk Meijer"))
                .satisfies(line -> assertThat(line.sections()).isEqualTo(Set.of(VERHAAL)))
                .satisfies(line -> assertThat(line.ground()).contains(Grondslag.TOESTEMMING))
                .satisfies(line -> assertThat(line.grant()).contains(grant.id()));
        assertThat(happenings.about(resident))
                .hasExactlyElementsOfTypes(
                        ConsentEvent.Asked.class, ConsentEvent.Granted.class, ConsentEvent.Stopped.class);
    }
}
