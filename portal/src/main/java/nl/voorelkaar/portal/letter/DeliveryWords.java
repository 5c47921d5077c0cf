package nl.voorelkaar.portal.letter;

import com.vaadin.flow.component.Component;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Locale;
import nl.voorelkaar.dossier.decision.Besluit;
import nl.voorelkaar.dossier.decision.Sending;
import nl.voorelkaar.portal.ui.Dates;
import nl.voorelkaar.portal.ui.StatusSteps;
import nl.voorelkaar.portal.ui.Words;

/** How a decision travelled: one list, word for word the same for the resident and for who sent it. */
public final class DeliveryWords {

    private DeliveryWords() {}

    private record Line(Instant at, String words) {}

    public static Component ledger(Besluit besluit) {
        var lines = new ArrayList<Line>();
        var second = false;
        for (var sending : besluit.sendings()) {
            var channel = sending.channel().name().toLowerCase(Locale.ROOT);
            lines.add(new Line(
                    sending.readyAt(), Words.say("sending.ready." + channel, Dates.moment(sending.readyAt()))));
            var again = second ? ".again" : "";
            sending.sentAt()
                    .ifPresent(at ->
                            lines.add(new Line(at, Words.say("sending.sent." + channel + again, Dates.moment(at)))));
            sending.notifiedAt()
                    .ifPresent(at -> lines.add(new Line(at, Words.say("sending.notified", Dates.moment(at)))));
            sending.failedAt().ifPresent(at -> lines.add(new Line(at, Words.say(failed(sending), Dates.moment(at)))));
            second = true;
        }
        besluit.openedAt().ifPresent(at -> lines.add(new Line(at, Words.say("sending.opened", Dates.moment(at)))));
        lines.sort(Comparator.comparing(Line::at));
        var steps = new StatusSteps();
        lines.forEach(line -> steps.step(StatusSteps.State.DONE, line.words()));
        return steps;
    }

    private static String failed(Sending sending) {
        return "sending.failed." + sending.failure().map(Enum::name).orElse("").toLowerCase(Locale.ROOT);
    }
}
