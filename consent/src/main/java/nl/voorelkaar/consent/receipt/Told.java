package nl.voorelkaar.consent.receipt;

import java.util.HashMap;
import java.util.Locale;
import java.util.Optional;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.DeskAct;
import nl.voorelkaar.consent.Grondslag;
import nl.voorelkaar.consent.LedgerEvent;

/**
 * How a decision of a resident came in.
 *
 * @param by who decided online, or who wrote it down
 * @param at how it was told; empty online
 */
public record Told(Actor by, Optional<DeskAct.Channel> at) {

    /**
     * The detail of a ledger line that says that a professional wrote it down for the resident, and how it was told.
     */
    public static final String DETAIL = "desk";

    public static Told online(Actor actor) {
        return new Told(actor, Optional.empty());
    }

    public static Told at(Actor.Professional desk, DeskAct.Channel channel) {
        return new Told(desk, Optional.of(channel));
    }

    String way() {
        return at.map(channel -> switch (channel) {
                    case BALIE -> "desk";
                    case TELEFOON -> "phone";
                    case BRIEF -> "paper";
                })
                .orElse("portal");
    }

    String method(About.Kind kind) {
        return kind.what()
                + at.map(channel -> ", answered outside the portal and written down by the desk; yes only with a"
                                + " code from a letter to the resident's registered address")
                        .orElse(", answered in the resident's own portal");
    }

    /** The line of a decision that is the resident's own, with how it was told. */
    public LedgerEvent line(LedgerEvent line) {
        var details = new HashMap<>(line.details());
        at.ifPresent(channel -> details.put(DETAIL, channel.name().toLowerCase(Locale.ROOT)));
        return new LedgerEvent(
                line.resident(),
                line.kind(),
                line.actor(),
                line.sections(),
                Optional.of(Grondslag.EIGEN_DOSSIER),
                line.statute(),
                line.grant(),
                line.outcome(),
                details);
    }
}
