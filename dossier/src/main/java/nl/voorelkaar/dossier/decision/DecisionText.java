package nl.voorelkaar.dossier.decision;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a decision says. May be unfinished: {@link #missing()} tells what it must still say before it can be
 * established.
 *
 * @param inShort what was decided and what the resident has to do now, in plain words: the first lines of the letter
 * @param reasons on which facts and which articles it rests (Awb 3:46 and 3:47)
 * @param articles such as "artikel 2.3.5 van de Wmo 2015"
 * @param contribution about the own contribution; for what is granted
 * @param contact who can be called about it, and how
 */
public record DecisionText(
        Result result,
        String inShort,
        String reasons,
        String articles,
        List<Provision> provisions,
        String contribution,
        String contact) {

    /** How many provisions fit in one decision. */
    public static final int MOST_PROVISIONS = 20;

    /** What can be missing. */
    public enum Missing {
        IN_SHORT,
        REASONS,
        ARTICLES,
        CONTACT,
        PROVISION,
        PROVISION_WITHOUT_GRANT,
        PROVISION_WHAT,
        PERIOD,
        PERIOD_BACKWARDS,
        PROVIDER,
        AMOUNT,
        CONDITIONS,
        CONTRIBUTION
    }

    public DecisionText {
        provisions = List.copyOf(provisions);
    }

    public Set<Missing> missing() {
        var missing = EnumSet.noneOf(Missing.class);
        require(missing, !inShort.isBlank(), Missing.IN_SHORT);
        require(missing, !reasons.isBlank(), Missing.REASONS);
        require(missing, !articles.isBlank(), Missing.ARTICLES);
        require(missing, !contact.isBlank(), Missing.CONTACT);
        require(missing, !result.gives() || !provisions.isEmpty(), Missing.PROVISION);
        require(missing, result.gives() || provisions.isEmpty(), Missing.PROVISION_WITHOUT_GRANT);
        require(missing, !result.gives() || !contribution.isBlank(), Missing.CONTRIBUTION);
        for (var provision : provisions) {
            require(missing, !provision.what().isBlank(), Missing.PROVISION_WHAT);
            require(missing, provision.from().isPresent() && provision.until().isPresent(), Missing.PERIOD);
            require(missing, !backwards(provision), Missing.PERIOD_BACKWARDS);
            if (provision.form() == Provision.Form.ZIN) {
                require(missing, !provision.provider().isBlank(), Missing.PROVIDER);
            } else {
                require(
                        missing,
                        provision.euro().filter(euro -> euro.signum() > 0).isPresent(),
                        Missing.AMOUNT);
                require(missing, !provision.conditions().isBlank(), Missing.CONDITIONS);
            }
        }
        return missing;
    }

    private static boolean backwards(Provision provision) {
        return provision.from().isPresent()
                && provision
                        .until()
                        .filter(until -> until.isBefore(provision.from().get()))
                        .isPresent();
    }

    private static void require(Set<Missing> missing, boolean there, Missing what) {
        if (!there) {
            missing.add(what);
        }
    }

    boolean tooLong() {
        return provisions.size() > MOST_PROVISIONS
                || inShort.length() + reasons.length() + articles.length() + contribution.length() + contact.length()
                        > 5 * Aanvraag.LONGEST_TEXT
                || provisions.stream()
                        .anyMatch(provision -> provision.what().length()
                                        + provision.provider().length()
                                        + provision.conditions().length()
                                > Aanvraag.LONGEST_TEXT);
    }

    /** After which nothing of what was granted runs. */
    Optional<LocalDate> lastDay() {
        return provisions.stream()
                .flatMap(provision -> provision.until().stream())
                .max(LocalDate::compareTo);
    }

    @Override
    public String toString() {
        return "DecisionText[" + result + "]";
    }
}
