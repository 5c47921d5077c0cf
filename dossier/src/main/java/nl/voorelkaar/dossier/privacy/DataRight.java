package nl.voorelkaar.dossier.privacy;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import nl.voorelkaar.dossier.deadline.Rule;

/** What can be asked about data, with the term in which it is answered. Stored by name: names never change. */
public enum DataRight {
    /**
     * A line of the log is not right. No law gives this a term of its own: the municipality keeps to that of every
     * question about data (AVG 12 lid 3).
     */
    LOGREGEL(Rule.ACCESS),
    /** To see what is kept, and to have a copy (AVG 15, Wmo 5.3.2). */
    INZAGE(Rule.ACCESS),
    /** To have what is not right put right (AVG 16). */
    RECTIFICATIE(Rule.ACCESS),
    /** To have data kept but not used for the time being (AVG 18). */
    BEPERKING(Rule.ACCESS),
    /** To have data of the municipal file destroyed (Wmo 5.3.5, AVG 17). */
    VERNIETIGING(Rule.ERASURE),
    /** To object to data being used at all (AVG 21). */
    BEZWAAR(Rule.ACCESS);

    private final Rule rule;

    DataRight(Rule rule) {
        this.rule = rule;
    }

    Rule rule() {
        return rule;
    }

    /** Whether the answer may take longer, when that is told in time (AVG 12 lid 3). */
    public boolean canBeExtended() {
        return rule.options().contains(Rule.Option.EXTENDED);
    }

    /** In addresses and handles. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<DataRight> ofCode(String code) {
        return Arrays.stream(values())
                .filter(right -> right.code().equals(code))
                .findFirst();
    }
}
