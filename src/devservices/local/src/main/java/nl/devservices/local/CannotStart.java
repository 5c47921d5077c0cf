package nl.devservices.local;

/** Something is in the way that the person at the keyboard can solve; the message says what and how. */
public final class CannotStart extends RuntimeException {

    CannotStart(String message) {
        super(message);
    }
}
