package nl.voorelkaar.portal.resident.mandate;

import com.vaadin.flow.router.BeforeEnterEvent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import nl.voorelkaar.consent.Boundary;
import nl.voorelkaar.consent.Mandate;
import nl.voorelkaar.consent.MandateId;
import nl.voorelkaar.consent.MandateRefused;
import nl.voorelkaar.consent.MandateScope;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.consent.Supporter;
import nl.voorelkaar.portal.ui.AddressId;
import nl.voorelkaar.portal.ui.Dates;
import nl.voorelkaar.portal.ui.Words;

/** Mandates in words, and the mandate that an address names. */
public final class MandateWords {

    private MandateWords() {}

    /** @throws com.vaadin.flow.router.NotFoundException for what is no id: it is simply not there */
    public static MandateId id(BeforeEnterEvent event) {
        return new MandateId(AddressId.in(event, "mandate"));
    }

    public static String scope(MandateScope scope) {
        return Words.say("mandate.scope." + scope.code());
    }

    static String hint(MandateScope scope) {
        return Words.say("mandate.scope." + scope.code() + ".hint");
    }

    /** What a supporter is let into, by the section that it is in. */
    public static String thing(Section section) {
        return Words.say("help.thing." + section.code());
    }

    static String supporter(Supporter supporter) {
        return Words.say("help.who." + supporter.code());
    }

    /** What the resident says yes to when somebody helps with one thing. */
    static List<String> declaration(Mandate mandate, Boundary boundary, LocalDate lastDay) {
        return List.of(
                Words.say("mandate.declaration.who", who(mandate)),
                Words.say("help.declaration", supporter(boundary.supporter()), thing(boundary.section())),
                Words.say("help.declaration.until", Dates.day(lastDay), thing(boundary.section())),
                Words.say("mandate.declaration.stop"));
    }

    /** As people say a list. */
    public static String scopes(Collection<MandateScope> scopes) {
        return Words.list(scopes.stream()
                .sorted()
                .map(scope -> Words.say("mandate.scope." + scope.code() + ".short"))
                .toList());
    }

    /** In the words of who may do it: "het plan lezen", where the resident says "uw plan" or "mijn plan". */
    public static String forCarer(MandateScope scope) {
        return Words.find(Words.locale(), "mandate.scope." + scope.code() + ".carer")
                .orElseGet(() -> Words.say("mandate.scope." + scope.code() + ".short"));
    }

    /** What a supporter is let into, in the supporter's words. */
    public static String forCarer(Section section) {
        return Words.say("help.thing." + section.code() + ".carer");
    }

    public static String forCarer(Collection<MandateScope> scopes) {
        return Words.list(scopes.stream().sorted().map(MandateWords::forCarer).toList());
    }

    static String refused(MandateRefused refused) {
        return Words.say("mandate.refused." + refused.reason().name().toLowerCase(Locale.ROOT));
    }

    static String state(Mandate mandate) {
        return Words.say("mandate.state." + mandate.state().name().toLowerCase(Locale.ROOT));
    }

    static String digest(Mandate.Digest digest) {
        return Words.say("mandate.digest." + digest.name().toLowerCase(Locale.ROOT));
    }

    /** Whom it is about: initials until the resident confirmed, the name from then on. */
    static String who(Mandate mandate) {
        return mandate.carer()
                .map(carer -> mandate.version() > 0 ? carer.name() : carer.initials())
                .orElseGet(() -> Words.say("mandate.nobody-yet"));
    }

    /** What the resident says yes to, in sentences: the same ones on the screen and in the evidence. */
    static List<String> declaration(Mandate mandate, Set<MandateScope> scopes, LocalDate lastDay) {
        var sentences = new ArrayList<String>();
        sentences.add(Words.say("mandate.declaration.who", who(mandate)));
        scopes.stream().sorted().map(MandateWords::scope).forEach(sentences::add);
        sentences.add(Words.say("mandate.declaration.until", Dates.day(lastDay)));
        sentences.add(Words.say("mandate.declaration.never"));
        sentences.add(Words.say("mandate.declaration.stop"));
        return sentences;
    }
}
