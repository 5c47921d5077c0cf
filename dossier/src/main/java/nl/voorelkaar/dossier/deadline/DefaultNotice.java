package nl.voorelkaar.dossier.deadline;

import java.time.LocalDate;

/** What a notice of default (ingebrekestelling) does, given when it was received. */
public sealed interface DefaultNotice {

    /** It came after the term: two weeks later each day costs money, and court is open. */
    record Valid(Penalty penalty) implements DefaultNotice {}

    /**
     * It came while there was still time to decide, and does nothing. @param possibleFrom the first day on which it
     * works
     */
    record TooEarly(LocalDate possibleFrom) implements DefaultNotice {}

    /** The term stands still: it cannot be too late now. */
    record StandsStill() implements DefaultNotice {}
}
