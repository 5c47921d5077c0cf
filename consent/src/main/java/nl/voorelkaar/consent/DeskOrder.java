package nl.voorelkaar.consent;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

/** What a resident wants, as told to the desk. */
public sealed interface DeskOrder {

    default DeskAct.Kind kind() {
        return switch (this) {
            case Give _ -> DeskAct.Kind.GRANT;
            case Refuse _ -> DeskAct.Kind.REFUSE;
            case Stop _ -> DeskAct.Kind.STOP_GRANT;
            case Empower _ -> DeskAct.Kind.MANDATE;
            case StopMandate _ -> DeskAct.Kind.STOP_MANDATE;
            case SignPlan _ -> DeskAct.Kind.SIGN_PLAN;
            case WithdrawPlan _ -> DeskAct.Kind.WITHDRAW_PLAN;
            case SendLog _ -> DeskAct.Kind.LOG_LETTER;
            case Received received -> received.kind();
        };
    }

    /** @param shown here and below: the exact text that was read out or signed */
    record Give(RequestId request, Terms terms, ShownText shown) implements DeskOrder {}

    record Refuse(RequestId request, ShownText shown) implements DeskOrder {}

    record Stop(GrantId grant, ShownText shown) implements DeskOrder {}

    record Empower(Set<MandateScope> scopes, LocalDate lastDay, ShownText shown) implements DeskOrder {

        public Empower {
            scopes = Set.copyOf(scopes);
        }
    }

    record StopMandate(MandateId mandate, ShownText shown) implements DeskOrder {}

    /** @param plan the procedure, in which the step waits for the code */
    record SignPlan(UUID plan) implements DeskOrder {}

    /** @param plan the procedure, in which the step waits for the code */
    record WithdrawPlan(UUID plan) implements DeskOrder {}

    /** Who looked, from the first up to and including the last day. */
    record SendLog(LocalDate from, LocalDate until) implements DeskOrder {}

    /**
     * An objection, a complaint or a request about data came in. Any way is accepted (Awb 2:16, 9:2, AVG 12), and the
     * day on which it came counts.
     *
     * @param about in a few words, for the confirmation (Awb 6:14, 9:6)
     */
    record Received(DeskAct.Kind kind, LocalDate on, String about) implements DeskOrder {

        public static final int LONGEST = 500;

        private static final Set<DeskAct.Kind> KINDS =
                Set.of(DeskAct.Kind.OBJECTION, DeskAct.Kind.COMPLAINT, DeskAct.Kind.DATA_REQUEST);

        public Received {
            about = about.strip();
            if (!KINDS.contains(kind)) {
                throw new IllegalArgumentException("only objections, complaints and requests about data are received");
            }
            if (about.length() > LONGEST) {
                throw new IllegalArgumentException("at most 500 characters");
            }
        }

        @Override
        public String toString() {
            return "Received[" + kind + "]";
        }
    }
}
