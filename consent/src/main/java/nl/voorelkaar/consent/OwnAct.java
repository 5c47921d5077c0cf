package nl.voorelkaar.consent;

import java.util.Set;

/**
 * What nobody does for a resident, whoever they are and whatever they may do otherwise (DOMAIN §2.2, §2.6): the one
 * list of such acts. The access decision forbids each of them to everybody but the resident, before it looks at any
 * ground, and the attempt is in the resident's log. The review of an emergency is here too: it is the privacy officer's
 * alone, and goes by no access.
 *
 * <p>What the law lets a representative settle about a resident's data (UAVG 5, Wmo 5.3.5) is asked for in writing, and
 * a person looks at it: nobody takes these steps for another.
 */
public enum OwnAct {
    INVITE("machtiging.invite", Section.CONTACT),
    CONFIRM("machtiging.confirm", Section.CONTACT),
    NARROW("machtiging.narrow", Section.CONTACT),
    STOP("machtiging.stop", Section.CONTACT),
    DIGEST("machtiging.digest", Section.CONTACT),
    CHOOSE_DELIVERY("bezorging.choose", Section.BESLUITEN),
    ERASE("dossier.erase", Section.VERHAAL),
    ERASE_NOW("dossier.erase-now", Section.VERHAAL),
    KEEP("dossier.keep", Section.VERHAAL),
    START_EARLY("plan.start-early", Section.PLAN),
    REVIEW_EMERGENCY("nood.review", Section.VEILIGHEID);

    private final String step;
    private final Section section;

    OwnAct(String step, Section section) {
        this.step = step;
        this.section = section;
    }

    /** As it is called in the log. */
    public String step() {
        return step;
    }

    /** To ask whether somebody may, as it would be asked when it was done. */
    public Access in(ResidentId resident) {
        return Access.step(resident, Set.of(section), step);
    }
}
