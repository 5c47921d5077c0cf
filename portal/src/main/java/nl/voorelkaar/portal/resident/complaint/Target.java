package nl.voorelkaar.portal.resident.complaint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.voorelkaar.consent.Party;
import nl.voorelkaar.consent.Role;
import nl.voorelkaar.dossier.complaint.ComplaintEvent.About;
import nl.voorelkaar.dossier.complaint.ComplaintEvent.Whom;
import nl.voorelkaar.portal.ui.People;
import nl.voorelkaar.portal.ui.Words;

/** Whom a complaint can be about, as a row of the list. */
sealed interface Target {

    /** Somebody whom the resident met here. */
    record Known(Party party) implements Target {}

    record SomebodyElse() implements Target {}

    record Municipality() implements Target {}

    record Provider() implements Target {}

    static List<Target> all(List<Party> known) {
        var all = new ArrayList<Target>();
        known.forEach(party -> all.add(new Known(party)));
        all.add(new SomebodyElse());
        all.add(new Municipality());
        all.add(new Provider());
        return all;
    }

    default String code() {
        return switch (this) {
            case Known known -> known.party().id().toString();
            case SomebodyElse _ -> "iemand-anders";
            case Municipality _ -> "gemeente";
            case Provider _ -> "aanbieder";
        };
    }

    default String words() {
        return switch (this) {
            case Known known -> People.full(known.party());
            case SomebodyElse _ -> Words.say("klacht.about.else");
            case Municipality _ -> Words.say("klacht.about.municipality");
            case Provider _ -> Words.say("klacht.about.provider");
        };
    }

    default boolean needsName() {
        return this instanceof SomebodyElse || this instanceof Provider;
    }

    default boolean provider() {
        return this instanceof Provider
                || this instanceof Known known && known.party().role() == Role.AANB;
    }

    /** @param typed the name that the resident gave, where one is needed */
    default About about(String typed) {
        return switch (this) {
            case Known known ->
                new About(
                        provider() ? Whom.PROVIDER : Whom.PERSON,
                        Optional.of(known.party().id().value()),
                        Optional.of(People.full(Words.DUTCH, known.party())));
            case SomebodyElse _ -> new About(Whom.PERSON, Optional.empty(), Optional.of(typed));
            case Municipality _ -> new About(Whom.MUNICIPALITY, Optional.empty(), Optional.empty());
            case Provider _ -> new About(Whom.PROVIDER, Optional.empty(), Optional.of(typed));
        };
    }
}
