package nl.voorelkaar.consent;

/**
 * How far somebody is let in who helps with one thing: to read that, and nothing else. It ends with the thing.
 *
 * @param section where the thing is
 */
public record Boundary(Thing thing, Section section, Supporter supporter) {}
