package nl.voorelkaar.dossier.escalation;

import java.util.List;

/** What can happen on the ladder. Stored: names of fields and verbs stay as they are. */
public sealed interface EscalationEvent {

    /**
     * The first phase, or another one.
     *
     * @param director the name and function of who directs from now on
     * @param why for the resident to read
     * @param spoken whether somebody spoke with the resident about it first
     * @param whyNot why nobody did; empty when somebody did
     */
    record Reached(AveFase phase, String director, String why, boolean spoken, String whyNot)
            implements EscalationEvent {

        @Override
        public String toString() {
            return "Reached[" + phase + "]";
        }
    }

    /**
     * People talked.
     *
     * @param with names and functions of partners; empty when there were none
     * @param resident whether the resident, or who they wanted there, was there
     * @param outcome what was agreed
     */
    record Met(AveFase.Opening as, List<String> with, boolean resident, String outcome) implements EscalationEvent {

        public Met {
            with = List.copyOf(with);
        }

        @Override
        public String toString() {
            return "Met[" + as + "]";
        }
    }

    /** It is over: the help goes on without the ladder. */
    record Ended(String why) implements EscalationEvent {

        @Override
        public String toString() {
            return "Ended[redacted]";
        }
    }
}
