package nl.voorelkaar.portal.letter;

import com.vaadin.flow.component.Component;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
        return ledger("sending.", besluit.sendings(), besluit.openedAt());
    }

    /** @param kind of letter, for its words: where they begin */
    public static Component ledger(String kind, List<Sending> sendings, Optional<Instant> openedAt) {
        var lines = new ArrayList<Line>();
        var second = false;
        for (var sending : sendings) {
            var channel = sending.channel().name().toLowerCase(Locale.ROOT);
            lines.add(
                    new Line(sending.readyAt(), Words.say(kind + "ready." + channel, Dates.moment(sending.readyAt()))));
            var again = second ? ".again" : "";
            sending.sentAt()
                    .ifPresent(at ->
                            lines.add(new Line(at, Words.say(kind + "sent." + channel + again, Dates.moment(at)))));
            sending.notifiedAt()
                    .ifPresent(at -> lines.add(new Line(at, Words.say(kind + "notified", Dates.moment(at)))));
            sending.copiedAt().ifPresent(at -> lines.add(new Line(at, Words.say("sending.copied", Dates.moment(at)))));
            sending.failedAt()
                    .ifPresent(at -> lines.add(new Line(at, Words.say(failed(kind, sending), Dates.moment(at)))));
            second = true;
        }
        openedAt.ifPresent(at -> lines.add(new Line(at, Words.say(kind + "opened", Dates.moment(at)))));
        lines.sort(Comparator.comparing(Line::at));
        var steps = new StatusSteps();
        lines.forEach(line -> steps.step(StatusSteps.State.DONE, line.words()));
        return steps;
    }

    private static String failed(String kind, Sending sending) {
        return kind + "failed." + sending.failure().map(Enum::name).orElse("").toLowerCase(Locale.ROOT);
    }
}
