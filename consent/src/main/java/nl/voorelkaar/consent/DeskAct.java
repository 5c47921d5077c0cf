package nl.voorelkaar.consent;

import java.time.Instant;
import java.util.Optional;

/**
 * Something that a resident did on paper, by phone or at the desk, and how far it is. What it says is sealed so that
 * only the resident face opens it: whoever wrote it down cannot read it back.
 *
 * @param by who wrote it down
 * @param since when it came in this state
 * @param codeUntil the end of the code in the letter; empty while there is none
 * @param posted when the letter with the code left
 */
public record DeskAct(
        DeskActId id,
        ResidentId resident,
        Kind kind,
        Channel channel,
        PartyId by,
        Instant recordedAt,
        State state,
        Instant since,
        Optional<Instant> codeUntil,
        Optional<Instant> posted) {

    public enum Kind {
        /** Yes to a request for access. */
        GRANT(true),
        /** No to a request for access. */
        REFUSE(false),
        STOP_GRANT(false),
        /** Letting a carer act in one's name. */
        MANDATE(true),
        STOP_MANDATE(false),
        /** A plan that was signed with ink. */
        SIGN_PLAN(true),
        /** Coming back on a signature, told by phone, by letter or at the desk. */
        WITHDRAW_PLAN(true),
        /** The log on paper. */
        LOG_LETTER(false),
        /** An objection came in: the day counts from here, a lawyer registers it. */
        OBJECTION(false),
        /** A complaint came in: the day counts from here, a complaint handler registers it. */
        COMPLAINT(false),
        /** A request about data came in: the day counts from here, the privacy officer registers it. */
        DATA_REQUEST(false);

        private final boolean needsCode;

        Kind(boolean needsCode) {
            this.needsCode = needsCode;
        }

        /**
         * Whether nothing follows from it before the resident confirms with the code from a letter: it gives somebody
         * access, or can cost the resident something. What only protects the resident works at once.
         */
        public boolean needsCode() {
            return needsCode;
        }
    }

    /** How the resident told it. */
    public enum Channel {
        BALIE,
        TELEFOON,
        BRIEF
    }

    public enum State {
        OPGESCHREVEN,
        /** A mandate of which the code was sent, and that no carer accepted yet. */
        WACHT_OP_GEMACHTIGDE,
        WACHT_OP_CODE,
        BEVESTIGD,
        UITGEVOERD,
        /** A rule forbids it: the letter says so. */
        NIET_MOGELIJK,
        /** No code came in time, or a wrong one came too often. */
        VERVALLEN,
        INGETROKKEN;

        /** Whether something can still come of it. */
        public boolean open() {
            return this == OPGESCHREVEN || this == WACHT_OP_GEMACHTIGDE || this == WACHT_OP_CODE || this == BEVESTIGD;
        }
    }
}
