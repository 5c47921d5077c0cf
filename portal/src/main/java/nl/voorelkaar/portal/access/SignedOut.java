package nl.voorelkaar.portal.access;

/** The page on which every session ends. */
public final class SignedOut {

    public static final String PAGE = "/uitgelogd";

    /** Query parameter with {@code uitgelogd}, {@code stil}, {@code lang} or {@code elders}; anything else means nothing. */
    public static final String WHY = "reden";

    private SignedOut() {}
}
