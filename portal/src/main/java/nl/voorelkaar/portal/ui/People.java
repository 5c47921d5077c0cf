package nl.voorelkaar.portal.ui;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.voorelkaar.consent.Decision;
import nl.voorelkaar.consent.Party;
import nl.voorelkaar.consent.Right;
import nl.voorelkaar.consent.Role;
import nl.voorelkaar.consent.Section;

/** Consent's own things in the words of a resident. */
public final class People {

    private People() {}

    public static String role(Role role) {
        return Words.say("role." + role.name().toLowerCase(Locale.ROOT));
    }

    /** "Bram Visser, casemanager bij WIJ Voorbeeldstad". */
    public static String full(Party party) {
        return full(Words.locale(), party);
    }

    public static String full(Locale language, Party party) {
        var role = Words.say(language, "role." + party.role().name().toLowerCase(Locale.ROOT));
        return Words.say(language, "party.full", party.name(), role, party.organisationName());
    }

    public static String section(Section section) {
        return Words.say("section." + section.code());
    }

    /** What stands in such a section. */
    public static String about(Section section) {
        return Words.say("section." + section.code() + ".about");
    }

    /** In the order of the dossier, as people say a list. */
    public static String sections(Collection<Section> sections) {
        return Words.list(sections.stream().sorted().map(People::section).toList());
    }

    public static String rights(Collection<Right> rights) {
        return Words.say(rights.contains(Right.ADD) ? "rights.read-add" : "rights.read");
    }

    /** Why somebody may look, in one sentence. */
    public static String ground(Decision.Permitted permitted) {
        var last = permitted.until().equals(Instant.MAX) ? "" : Dates.shortDay(Dates.lastDay(permitted.until()));
        return switch (permitted.ground()) {
            case TOESTEMMING -> Words.say("ground.toestemming.until", last);
            case WETTELIJKE_TAAK -> Words.say("ground.wettelijke_taak.until", statute(permitted.statute()), last);
            case VITAAL_BELANG -> Words.say("ground.vitaal_belang");
            case EIGEN_DOSSIER -> Words.say("ground.eigen_dossier");
            case MACHTIGING -> Words.say("ground.machtiging.until", last);
            case VERTEGENWOORDIGING -> Words.say("ground.vertegenwoordiging", statute(permitted.statute()));
        };
    }

    public static String statute(Optional<String> citation) {
        return citation.map(People::statute).orElseGet(() -> Words.say("statute.unknown"));
    }

    /**
     * What the law gives the task for, in plain words, with the article: "onderzoek na een melding (Wmo artikel
     * 2.3.2)".
     */
    public static String statute(String citation) {
        var name = citation.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        return Words.find(Words.locale(), "statute." + name).orElse(citation);
    }

    /** The same, to begin a line with. */
    public static String statuteFirst(String citation) {
        return Words.first(statute(citation));
    }

    public static List<Section> inOrder(Collection<Section> sections) {
        return sections.stream().sorted().toList();
    }
}
