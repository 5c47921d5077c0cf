package nl.voorelkaar.portal.persons;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.UUID;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.CloserWatch;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.dossier.Bsn;
import nl.voorelkaar.portal.access.House;
import org.junit.jupiter.api.Test;

class WhereaboutsTests {

    private static final Bsn FATIMA = Bsn.of("999940004");
    private static final Bsn UNKNOWN = Bsn.of("111222333");

    private final House house = House.running();
    private final CloserWatch watch = house.resident.getBean(CloserWatch.class);
    private final ArrayDeque<Runnable> beside = new ArrayDeque<>();
    private final Whereabouts whereabouts =
            new Whereabouts(house.resident.getBean(PersonsRegister.class), watch, house.clock(), beside::add);
    private final ResidentId resident = new ResidentId(UUID.randomUUID());

    @Test
    void nobodyWaitsForTheRegisterAndOneWithoutAnAnswerIsAskedAgain() {
        whereabouts.learn(resident, UNKNOWN);
        beside.remove().run();
        assertThat(toLocate()).as("no answer").isTrue();

        whereabouts.learn(resident, FATIMA);
        assertThat(toLocate()).as("not asked yet").isTrue();
        beside.remove().run();
        assertThat(toLocate()).isFalse();

        whereabouts.learn(resident, FATIMA);
        assertThat(beside).as("not every time").isEmpty();
    }

    private boolean toLocate() {
        return watch.toLocate(resident, CalendarDays.dayOf(house.clock().instant()));
    }
}
