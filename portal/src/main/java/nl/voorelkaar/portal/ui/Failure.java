package nl.voorelkaar.portal.ui;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What may be written in a log about a failure: kinds and places. Messages of exceptions can hold content. */
final class Failure {

    private Failure() {}

    static String kinds(Throwable thrown) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                .limit(8)
                .map(cause -> cause.getClass().getName() + place(cause))
                .collect(Collectors.joining(" caused by "));
    }

    private static String place(Throwable cause) {
        return Stream.of(cause.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith("nl.voorelkaar"))
                .findFirst()
                .map(frame -> " at " + frame)
                .orElse("");
    }
}
