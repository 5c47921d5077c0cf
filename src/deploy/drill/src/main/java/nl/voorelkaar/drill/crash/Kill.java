package nl.voorelkaar.drill.crash;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/**
 * One {@code kill -9}.
 *
 * @param readsUnderWay how many programs waited for what they asked to read when it came
 * @param asMeant whether it hit what it was meant for, see {@link Of}
 * @param servedAfter until programs were answered again
 */
record Kill(Of of, int readsUnderWay, boolean asMeant, Duration servedAfter) {

    /** What is killed. */
    enum Of {
        /** All processes at once. */
        MAIN_SERVER("the server of the main database, all of it"),
        KEYSTORE_SERVER("the server of the keystore, all of it"),
        /** Meant for one that is in a commit; otherwise one that is there. */
        COMMIT("one process of the main database, in a commit"),
        /** Meant for one that is in a transaction; otherwise one that is there. */
        SEALING("the process of the main database that seals the log"),
        WORKSPACE_NODE("a node of the workspace"),
        RESIDENT_NODE("a node of residents, which also seals the log");

        private final String words;

        Of(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }

        boolean isNode() {
            return this == WORKSPACE_NODE || this == RESIDENT_NODE;
        }
    }

    /**
     * Twenty, in the order in which they are done: a node costs seconds of a processor until it serves again, so two of
     * them, one of each face at the same time.
     */
    static final List<Of> ROUND = Stream.of(
                    Collections.nCopies(3, Of.MAIN_SERVER),
                    Collections.nCopies(2, Of.COMMIT),
                    List.of(Of.KEYSTORE_SERVER),
                    Collections.nCopies(3, Of.MAIN_SERVER),
                    Collections.nCopies(2, Of.COMMIT),
                    List.of(Of.SEALING),
                    Collections.nCopies(3, Of.MAIN_SERVER),
                    Collections.nCopies(2, Of.COMMIT),
                    List.of(Of.KEYSTORE_SERVER),
                    List.of(Of.WORKSPACE_NODE, Of.RESIDENT_NODE))
            .flatMap(List::stream)
            .toList();
}
