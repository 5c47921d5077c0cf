package nl.voorelkaar.consent;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Somebody who speaks for a resident by law, as the desk found it in a register or a decision (DOMAIN §2.6 and §3.4).
 * Not a mandate: the resident neither gives nor stops it, and keeps reading their own dossier.
 *
 * @param of for whom
 * @param by who speaks
 * @param from the first day; a court's measure begins the day after the decision (BW 1:383, 1:451)
 * @param lastDay up to and including 24:00 Europe/Amsterdam; empty when no end is known
 * @param recheckOn the day by which the desk looks at the evidence again, at most a year after it last did
 * @param endedAt when the desk ended it; empty while it did not
 */
public record Representation(
        RepresentationId id,
        ResidentId of,
        PersonId by,
        Kind kind,
        Evidence evidence,
        LocalDate from,
        Optional<LocalDate> lastDay,
        LocalDate recheckOn,
        Optional<Instant> endedAt) {

    /** How many days the desk may be late with its look at the evidence before somebody no longer speaks. */
    public static final int LATE_AT_MOST = 30;

    /** The last day on which it holds when nobody looks at the evidence. */
    public LocalDate lapsesAfter() {
        return recheckOn.plusDays(LATE_AT_MOST);
    }

    /** As what somebody speaks for a resident. The names are stored. */
    public enum Kind {
        CURATOR("BW 1:381"),
        MENTOR("BW 1:453"),
        /** Over goods only: the person stays capable in everything else. */
        BEWINDVOERDER("BW 1:441"),
        /** By a written power of attorney, for when the resident cannot weigh a matter. */
        GEVOLMACHTIGDE("BW 3:60"),
        /** A parent with gezag; a parent without it is none. */
        OUDER("BW 1:245"),
        VOOGD("BW 1:245");

        private final String article;

        Kind(String article) {
            this.article = article;
        }

        /** Where the law says so, as residents read it. */
        public String article() {
            return article;
        }

        /** Whether it changes who consents: what was given before has to be given anew (DOMAIN §2.5). */
        public boolean changesWhoConsents() {
            return this == CURATOR || ofMinors();
        }

        /** Whether it ends when the resident turns eighteen, and the person must be a minor for it. */
        public boolean ofMinors() {
            return this == OUDER || this == VOOGD;
        }
    }

    /** What the desk looked at. The names are stored. */
    public enum Evidence {
        /** The Centraal curatele- en bewindregister. */
        REGISTER,
        /** A court's decision; the only evidence of mentorschap, which is in no public register. */
        COURT_DECISION,
        /** The field gezag of the BRP. */
        BRP,
        /** A written power of attorney, seen as an original. */
        WRITTEN_POWER;

        /** Whether this shows that somebody is one of that kind. */
        public boolean shows(Kind kind) {
            return switch (this) {
                case REGISTER -> kind == Kind.CURATOR || kind == Kind.BEWINDVOERDER;
                case COURT_DECISION -> kind != Kind.GEVOLMACHTIGDE;
                case BRP -> kind.ofMinors();
                case WRITTEN_POWER -> kind == Kind.GEVOLMACHTIGDE;
            };
        }
    }
}
