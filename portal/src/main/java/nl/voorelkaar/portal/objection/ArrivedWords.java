package nl.voorelkaar.portal.objection;

import java.util.Locale;
import nl.voorelkaar.dossier.objection.Bezwaar;
import nl.voorelkaar.dossier.objection.ObjectionEvent.Channel;
import nl.voorelkaar.portal.ui.Dates;
import nl.voorelkaar.portal.ui.Words;

/** When and how an objection came, and whether that was in time, in the same words on both faces. */
public final class ArrivedWords {

    private ArrivedWords() {}

    /** Once somebody judged why it came late, that judgement (Awb 6:11). */
    public static String timely(Bezwaar bezwaar) {
        return bezwaar.lateness()
                .map(judged -> Words.say("bezwaar.timely.late." + (judged.excused() ? "excused" : "not-excused")))
                .orElseGet(() -> Words.say("bezwaar.timely."
                        + bezwaar.timeliness().name().toLowerCase(Locale.ROOT).replace('_', '-')));
    }

    public static String when(Bezwaar bezwaar) {
        var arrived = bezwaar.filed().arrived();
        if (arrived.channel() == Channel.PORTAL) {
            return Dates.moment(bezwaar.filedAt());
        }
        var day = Dates.day(arrived.received());
        var how = "bezwaar.channel." + arrived.channel().name().toLowerCase(Locale.ROOT);
        return arrived.posted()
                .map(posted -> Words.say("bezwaar.channel.posted", day, Dates.day(posted)))
                .orElseGet(() -> Words.say(how + ".on", day));
    }
}
