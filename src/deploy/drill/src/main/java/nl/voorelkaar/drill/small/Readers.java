package nl.voorelkaar.drill.small;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.voorelkaar.consent.AccessRefused;
import nl.voorelkaar.consent.AccessRequests;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.Grant;
import nl.voorelkaar.consent.Grants;
import nl.voorelkaar.consent.NewRequest;
import nl.voorelkaar.consent.Purpose;
import nl.voorelkaar.consent.RequestId;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Right;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.consent.ShownText;
import nl.voorelkaar.consent.Terms;
import nl.voorelkaar.dossier.Dossiers;
import nl.voorelkaar.dossier.Entry;
import nl.voorelkaar.dossier.EntryId;
import nl.voorelkaar.dossier.NewEntry;

/** What people do in a drill, and what they see. */
public final class Readers {

    /** What a resident confirms. */
    public static final ShownText SAID = new ShownText("Ik weet het zeker.", Locale.forLanguageTag("nl"));

    private Readers() {}

    /** Whether there is something to read in this section. Refusals all look the same. */
    public static boolean opens(Services work, Actor.Professional actor, ResidentId resident, Section section) {
        try {
            return !work.get(Dossiers.class)
                    .open(actor, resident, Set.of(section))
                    .sections()
                    .isEmpty();
        } catch (AccessRefused refused) {
            return false;
        }
    }

    /** Asks for a month, and is given. */
    public static void share(
            Services home, Services work, Actor.Resident with, Actor.Professional by, Section section) {
        var terms = new Terms(Set.of(section), Set.of(Right.READ), today(with).plusDays(30), false);
        var asked = work.get(AccessRequests.class)
                .ask(
                        by,
                        new RequestId(UUID.randomUUID()),
                        new NewRequest(
                                with.id(),
                                terms,
                                new Purpose("Ik kom helpen met douchen."),
                                new Purpose("Dan help ik u ook."),
                                Optional.empty()));
        home.get(Grants.class).give(with, asked.id(), asked.terms(), SAID);
    }

    /** The newest that this professional was given, ended or not. */
    public static Grant grantTo(Actor.Professional by, Services home, Actor.Resident from) {
        return home.get(Grants.class).of(from).stream()
                .filter(grant -> grant.to().id().equals(by.id()))
                .max(Comparator.comparing(Grant::from))
                .orElseThrow();
    }

    public static void write(Services home, Actor.Resident actor, Section section, String title) {
        home.get(Dossiers.class)
                .add(
                        actor,
                        actor.id(),
                        new EntryId(UUID.randomUUID()),
                        new NewEntry(section, title, "Tekst.", today(actor)));
    }

    /** Of all that a resident sees in their own dossier. */
    public static List<String> titles(Services home, Actor.Resident actor) {
        return home.get(Dossiers.class).open(actor, actor.id()).sections().stream()
                .flatMap(section -> section.entries().stream())
                .map(Entry::title)
                .toList();
    }

    private static LocalDate today(Actor.Resident actor) {
        return CalendarDays.dayOf(actor.signedInAt());
    }
}
