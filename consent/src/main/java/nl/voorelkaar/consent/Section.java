package nl.voorelkaar.consent;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** A part of a dossier that can be opened on its own: each section has its own keys. The code is stable and public. */
public enum Section {
    VERHAAL(1, Zone.MIJN_DEEL),
    GEZONDHEID(2, Zone.MIJN_DEEL),
    GELD(3, Zone.MIJN_DEEL),
    WONEN(4, Zone.MIJN_DEEL),
    WERK(5, Zone.MIJN_DEEL),
    GEZIN(6, Zone.MIJN_DEEL),
    NETWERK(7, Zone.MIJN_DEEL),
    /** Identity, contact and representation. */
    CONTACT(21, Zone.GEMEENTELIJK),
    /** Melding and gespreksverslag. */
    MELDING(22, Zone.GEMEENTELIJK),
    /** Self-reliance and health as the onderzoek recorded them. */
    LEEFGEBIEDEN(23, Zone.GEMEENTELIJK),
    /** Network and third parties. */
    DERDEN(24, Zone.GEMEENTELIJK),
    PLAN(25, Zone.GEMEENTELIJK),
    /** Money, debts and pgb. */
    SCHULDEN(26, Zone.GEMEENTELIJK),
    /** Safety (Veilig Thuis). */
    VEILIGHEID(27, Zone.GEMEENTELIJK),
    /** Decisions and objections. */
    BESLUITEN(28, Zone.GEMEENTELIJK),
    /** Complaints about conduct: apart, so that who is complained about does not handle them. */
    KLACHT(29, Zone.GEMEENTELIJK),
    /**
     * What the resident asks about these data themselves (AVG 15-21): for the privacy officer, and nobody whom it can
     * be about.
     */
    PRIVACY(30, Zone.GEMEENTELIJK);

    private final int number;
    private final Zone zone;

    Section(int number, Zone zone) {
        this.number = number;
        this.zone = zone;
    }

    /** The number under which keys and rows are stored; never reused. */
    public int number() {
        return number;
    }

    public Zone zone() {
        return zone;
    }

    /** The public code, as in {@code verhaal}: used in test handles, message keys and URLs. */
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    public static Optional<Section> ofCode(String code) {
        return Arrays.stream(values())
                .filter(section -> section.code().equals(code))
                .findFirst();
    }

    /** @throws IllegalArgumentException when no section has that number */
    public static Section ofNumber(int number) {
        return Arrays.stream(values())
                .filter(section -> section.number == number)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no section has number " + number));
    }

    public static Set<Section> in(Zone zone) {
        var sections = EnumSet.noneOf(Section.class);
        Arrays.stream(values()).filter(section -> section.zone == zone).forEach(sections::add);
        return sections;
    }
}
