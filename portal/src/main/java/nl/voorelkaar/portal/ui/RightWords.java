package nl.voorelkaar.portal.ui;

import java.util.Locale;
import nl.voorelkaar.dossier.privacy.DataRight;
import nl.voorelkaar.dossier.privacy.PrivacyEvent;
import nl.voorelkaar.dossier.privacy.Verzoek;

/** Rights about data in plain words, the same for the resident and for who answers. */
public final class RightWords {

    private RightWords() {}

    /** As in "Inzage in mijn gegevens". */
    public static String name(DataRight right) {
        return name(Words.locale(), right);
    }

    public static String name(Locale language, DataRight right) {
        return Words.say(language, "rights.kind." + right.code());
    }

    /** What it is, for who does not know it. */
    public static String about(DataRight right) {
        return Words.say("rights.kind." + right.code() + ".about");
    }

    /** Where it stands, as the resident reads it. */
    public static String state(Verzoek request) {
        return Words.say("verzoek.state." + request.state().name().toLowerCase(Locale.ROOT));
    }

    /** On which day it came and how, of what did not come by the portal. */
    public static String arrived(PrivacyEvent.Arrived came) {
        return Words.say(
                "klacht.channel.on",
                Dates.day(came.on()),
                Words.say("workspace.verzoek.channel." + came.channel().name().toLowerCase(Locale.ROOT)));
    }

    /** As in "Ja", for what was asked. */
    public static String outcome(PrivacyEvent.Outcome outcome) {
        return outcome(Words.locale(), outcome);
    }

    public static String outcome(Locale language, PrivacyEvent.Outcome outcome) {
        return Words.say(language, "rights.outcome." + outcome.name().toLowerCase(Locale.ROOT));
    }
}
