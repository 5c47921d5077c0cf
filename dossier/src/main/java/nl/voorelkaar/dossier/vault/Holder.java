package nl.voorelkaar.dossier.vault;

import java.util.ArrayList;
import java.util.List;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.PartyId;
import nl.voorelkaar.consent.PersonId;
import nl.voorelkaar.consent.TeamId;

/**
 * Whose key pair it is: a professional's, a team's for when the professional is absent, or a carer's. Its text is
 * stored and authenticated.
 */
record Holder(String text) {

    static final String PERSON = "person:";

    static Holder of(PartyId party) {
        return new Holder("party:" + party);
    }

    static Holder of(TeamId team) {
        return new Holder("team:" + team);
    }

    static Holder of(PersonId person) {
        return new Holder(PERSON + person);
    }

    /** Whether the key is the resident face's to keep: of somebody who signs in there. */
    boolean isPerson() {
        return text.startsWith(PERSON);
    }

    /** Under which names this professional may open, the own name first. */
    static List<Holder> of(Actor.Professional professional) {
        var holders = new ArrayList<Holder>(2);
        holders.add(of(professional.id()));
        professional.team().map(Holder::of).ifPresent(holders::add);
        return holders;
    }

    @Override
    public String toString() {
        return text;
    }
}
