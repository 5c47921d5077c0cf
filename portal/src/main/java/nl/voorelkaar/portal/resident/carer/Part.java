package nl.voorelkaar.portal.resident.carer;

import static nl.voorelkaar.consent.MandateScope.AANVRAAG;
import static nl.voorelkaar.consent.MandateScope.AFSPRAKEN;
import static nl.voorelkaar.consent.MandateScope.BEZWAAR;
import static nl.voorelkaar.consent.MandateScope.KLACHT;
import static nl.voorelkaar.consent.MandateScope.LEZEN_BESLUITEN;
import static nl.voorelkaar.consent.MandateScope.LEZEN_GEZONDHEID;
import static nl.voorelkaar.consent.MandateScope.LEZEN_PLAN;
import static nl.voorelkaar.consent.MandateScope.ONDERTEKENEN;
import static nl.voorelkaar.consent.MandateScope.TOESTEMMING_BEHEREN;

import java.util.Arrays;
import java.util.Set;
import nl.voorelkaar.consent.MandateScope;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.consent.Zone;
import nl.voorelkaar.portal.ui.Icon;
import nl.voorelkaar.portal.ui.Words;

/** A page that a mandate opens, by any of these scopes. For what is offered; each act is decided by consent. */
enum Part {
    DOSSIER("/dossier", "namens.dossier", Icon.Shape.DOSSIER, LEZEN_GEZONDHEID),
    PLAN("/plan", "namens.plan", Icon.Shape.DOCUMENT, LEZEN_PLAN, ONDERTEKENEN),
    MELDING("/melding", "namens.melding", Icon.Shape.HEART, MandateScope.MELDING),
    AANVRAGEN("/aanvraag", "namens.apply", Icon.Shape.PLUS, AANVRAAG),
    BESLUITEN("/besluiten", "menu.decisions", Icon.Shape.CHECK, LEZEN_BESLUITEN, AANVRAAG, BEZWAAR),
    BEZWAREN("/bezwaar", "namens.objections", Icon.Shape.WARN, LEZEN_BESLUITEN, BEZWAAR),
    KLACHTEN("/klacht", "namens.complaint", Icon.Shape.INFO, KLACHT),
    AFSPRAKEN_MAKEN("/afspraken", "namens.appointments", Icon.Shape.CLOCK, AFSPRAKEN),
    VRAGEN(CarerRequestsPage.BELOW, "namens.ask.place", Icon.Shape.KEY, TOESTEMMING_BEHEREN);

    private final String path;
    private final String words;
    private final Icon.Shape icon;
    private final Set<MandateScope> by;

    Part(String path, String words, Icon.Shape icon, MandateScope... by) {
        this.path = path;
        this.words = words;
        this.icon = icon;
        this.by = Set.of(by);
    }

    boolean opensFor(Namens namens) {
        if (namens.byLaw().isPresent()) {
            return this == VRAGEN || namens.reads().stream().anyMatch(this::shows);
        }
        return Arrays.stream(MandateScope.values()).anyMatch(scope -> by.contains(scope) && namens.may(scope));
    }

    /** For who speaks for somebody by law; questions to share are always theirs. */
    private boolean shows(Section section) {
        return switch (this) {
            case DOSSIER -> section.zone() == Zone.MIJN_DEEL;
            case PLAN -> section == Section.PLAN;
            case MELDING -> section == Section.MELDING;
            case AANVRAGEN, BESLUITEN, BEZWAREN -> section == Section.BESLUITEN;
            case KLACHTEN -> section == Section.KLACHT;
            case AFSPRAKEN_MAKEN ->
                section == Section.MELDING || section == Section.BESLUITEN || section == Section.KLACHT;
            case VRAGEN -> true;
        };
    }

    String path() {
        return path;
    }

    String words() {
        return Words.say(words);
    }

    Icon.Shape icon() {
        return icon;
    }
}
