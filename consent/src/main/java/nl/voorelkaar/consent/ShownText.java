package nl.voorelkaar.consent;

import java.util.Locale;

/** The exact words that a resident confirmed, and in which language. Kept, sealed, as evidence (GDPR 7(1)). */
public record ShownText(String text, Locale language) {}
