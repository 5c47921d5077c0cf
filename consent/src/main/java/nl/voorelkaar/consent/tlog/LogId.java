package nl.voorelkaar.consent.tlog;

/** One of the logs: 0 and up. All lines of a resident are in one. */
record LogId(int value) {

    public LogId {
        if (value < 0 || value > 255) {
            throw new IllegalArgumentException("there are at most 256 logs");
        }
    }

    /** Below the place where logs are published. */
    String path() {
        return value == 0 ? "/bewijs" : "/bewijs/" + value;
    }

    @Override
    public String toString() {
        return String.valueOf(value);
    }
}
