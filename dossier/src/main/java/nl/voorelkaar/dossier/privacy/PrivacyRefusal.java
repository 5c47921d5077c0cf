package nl.voorelkaar.dossier.privacy;

import java.util.Locale;
import nl.voorelkaar.dossier.procedure.StepRefused;

/** Why a step in a request about data cannot be taken. */
public enum PrivacyRefusal implements StepRefused.Reason {
    ONLY_RESIDENT,
    /** Only the privacy officer. */
    ONLY_OFFICER,
    /** Who is in the line takes no part in answering it. */
    ABOUT_YOU,
    /** A request that came in by letter, phone or at the desk is registered by the officer, and names how. */
    HOW_IT_CAME,
    CAME_IN_THE_FUTURE,
    /** Who asked it for the resident cannot, by law, ask this. */
    CANNOT_SPEAK,
    /** Nothing is given or changed before it is certain who asked (AVG 12 lid 6). */
    NOT_SURE_WHO,
    /** A line of the log that is not there, or the wrong one of a line and a part of the dossier. */
    NO_SUCH_LINE,
    EMPTY_TEXT,
    TOO_LONG,
    /** It was answered or withdrawn. */
    OVER,
    /** The law knows no more time for this. */
    NOT_LONGER,
    ALREADY_EXTENDED,
    /** More time is told within the first term. */
    TERM_IS_OVER,
    /** A statement stands beside data that were asked to be put right, after the answer. */
    NOTHING_TO_STAND_BESIDE,
    /** Nothing is kept from use by this request. */
    NOT_RESTRICTED;

    @Override
    public String key() {
        return "privacy." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    StepRefused in(Enum<?> state) {
        return new StepRefused(this, state.name());
    }
}
