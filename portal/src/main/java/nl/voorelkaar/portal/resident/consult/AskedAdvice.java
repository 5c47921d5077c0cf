package nl.voorelkaar.portal.resident.consult;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.Consult;
import nl.voorelkaar.consent.Consults;
import nl.voorelkaar.consent.Face;
import nl.voorelkaar.consent.Parties;
import nl.voorelkaar.portal.ui.ActionLink;
import nl.voorelkaar.portal.ui.Dates;
import nl.voorelkaar.portal.ui.Words;

/** "Iemand vroeg raad", at the case: who asked whom, and what came of it. */
@org.springframework.stereotype.Component
@Face.OnResident
public class AskedAdvice {

    private static final int AT_MOST = 10;

    private final Consults consults;
    private final Parties parties;

    AskedAdvice(Consults consults, Parties parties) {
        this.consults = consults;
        this.parties = parties;
    }

    /** Empty when nobody asked. */
    public Optional<Component> of(Actor.Resident actor) {
        var all = consults.of(actor).stream().limit(AT_MOST).toList();
        if (all.isEmpty()) {
            return Optional.empty();
        }
        var people = parties.find(all.stream()
                .flatMap(one -> java.util.stream.Stream.of(one.askedBy(), one.expert()))
                .collect(Collectors.toSet()));
        var list = new UnorderedList();
        list.addClassName("ve-list");
        all.forEach(one -> list.add(new ListItem(ActionLink.secondary(
                        ConsultPage.PATH + "/" + one.id(),
                        Words.say(
                                "consult.line",
                                ConsultPage.name(people, one.askedBy()),
                                ConsultPage.name(people, one.expert()),
                                Dates.shortDay(nl.voorelkaar.consent.CalendarDays.dayOf(one.askedAt())),
                                state(one)))
                .handle("consult-open"))));
        var section = new Section(new H2(Words.say("consult.title")), list);
        section.addClassName("ve-stack");
        section.setTestId("asked-advice");
        return Optional.of(section);
    }

    private static String state(Consult consult) {
        return Words.say("consult.state." + consult.state().name().toLowerCase(Locale.ROOT));
    }
}
