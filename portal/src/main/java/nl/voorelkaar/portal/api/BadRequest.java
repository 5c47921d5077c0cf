package nl.voorelkaar.portal.api;

/** The request itself is wrong, whoever asks. Names the place and repeats nothing of what stood there. */
final class BadRequest extends RuntimeException {

    private final String field;

    BadRequest(String field) {
        super("bad request");
        this.field = field;
    }

    String field() {
        return field;
    }
}
