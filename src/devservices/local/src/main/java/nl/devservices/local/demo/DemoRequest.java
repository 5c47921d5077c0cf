package nl.devservices.local.demo;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.voorelkaar.consent.AccessRequest;
import nl.voorelkaar.consent.NewRequest;
import nl.voorelkaar.consent.Purpose;
import nl.voorelkaar.consent.RequestId;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Right;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.consent.Terms;

/** What the professionals ask. */
enum DemoRequest {
    /** Is given. */
    NURSE_TO_FATIMA(
            "P13",
            "P01",
            Set.of(Section.GEZONDHEID, Section.WONEN, Section.NETWERK, Section.DERDEN),
            Set.of(Right.READ, Right.ADD),
            "Ik kom drie keer per week helpen met douchen. Ik wil weten hoe het met uw gezondheid gaat en opschrijven wat wij doen.",
            "Dan help ik u ook. Ik vraag het dan elke keer aan u zelf."),
    /** Stays open. */
    MANAGER_TO_FATIMA(
            "P12",
            "P01",
            Set.of(Section.VERHAAL, Section.GEZIN, Section.WERK),
            Set.of(Right.READ),
            "Ik neem in het nieuwe jaar het contact over van Anouk Meijer. Ik lees graag wat u zelf belangrijk vindt, zodat u niet alles opnieuw hoeft te vertellen.",
            "Dan maken wij een afspraak en vertelt u mij zelf wat u kwijt wilt."),
    /** Is given and stopped again. */
    COLLEAGUE_TO_KEES(
            "S3",
            "P09",
            Set.of(Section.VERHAAL),
            Set.of(Right.READ),
            "Ik bereid ons gesprek van volgende week voor.",
            "Dan begint het gesprek wat later, en vertelt u het mij dan."),
    /** Is refused. */
    MANAGER_TO_OMAR(
            "P12",
            "E1",
            Set.of(Section.GELD),
            Set.of(Right.READ),
            "Ik wil samen met u kijken of u recht heeft op extra toeslagen.",
            "Dan blijft alles zoals het is. U kunt het mij later altijd nog vragen.");

    private final String by;
    private final String to;
    private final Set<Section> sections;
    private final Set<Right> rights;
    private final Purpose purpose;
    private final Purpose whatIfNo;

    DemoRequest(String by, String to, Set<Section> sections, Set<Right> rights, String purpose, String whatIfNo) {
        this.by = by;
        this.to = to;
        this.sections = sections;
        this.rights = rights;
        this.purpose = new Purpose(purpose);
        this.whatIfNo = new Purpose(whatIfNo);
    }

    /** Persona who asks. */
    String by() {
        return by;
    }

    /** Persona who is asked. */
    String to() {
        return to;
    }

    RequestId id() {
        return new RequestId(DemoIds.of("request/" + name()));
    }

    NewRequest of(ResidentId resident, LocalDate today) {
        return new NewRequest(
                resident, new Terms(sections, rights, today.plusMonths(6), false), purpose, whatIfNo, Optional.empty());
    }

    /** What the resident confirms, in words. */
    String shown(AccessRequest asked) {
        var day = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.forLanguageTag("nl-NL"));
        return "U deelt met " + asked.by().name() + " van " + asked.by().organisationName() + ": "
                + asked.terms().sections().stream().sorted().map(Section::code).collect(Collectors.joining(", "))
                + ". " + (rights.contains(Right.ADD) ? "Lezen en toevoegen" : "Alleen lezen") + ", tot en met "
                + asked.terms().until().format(day) + ". Waarvoor: "
                + asked.purpose().text();
    }
}
