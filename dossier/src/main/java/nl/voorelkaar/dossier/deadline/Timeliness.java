package nl.voorelkaar.dossier.deadline;

/** Whether something came in time. None of these is a reason to refuse to take it in. */
public enum Timeliness {
    IN_TIME,
    /** Received after the term, but posted before its end and received within the week after it (Awb 6:9 lid 2). */
    IN_TIME_BY_POST,
    /** Before the decision was made known: a person judges whether it counts (Awb 6:10). */
    EARLY,
    /** After the term: ask for the reason, a person judges (Awb 6:11). */
    LATE
}
