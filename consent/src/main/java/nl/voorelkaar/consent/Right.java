package nl.voorelkaar.consent;

/** What a grant lets a professional do in a section. */
public enum Right {
    READ,
    ADD
}
