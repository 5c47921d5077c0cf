package nl.voorelkaar.portal.workspace.representing;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import nl.voorelkaar.consent.PersonId;
import nl.voorelkaar.consent.Representation;
import nl.voorelkaar.consent.Representation.Evidence;
import nl.voorelkaar.consent.Representation.Kind;
import nl.voorelkaar.consent.RepresentationRefused;
import nl.voorelkaar.consent.Representations.Registration;
import nl.voorelkaar.consent.Representations.Speaker;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.dossier.Bsn;
import nl.voorelkaar.dossier.Residents;
import nl.voorelkaar.portal.persons.PersonsRegister;
import nl.voorelkaar.portal.ui.Action;
import nl.voorelkaar.portal.ui.Card;
import nl.voorelkaar.portal.ui.Dates;
import nl.voorelkaar.portal.ui.DayField;
import nl.voorelkaar.portal.ui.ErrorSummary;
import nl.voorelkaar.portal.ui.Form;
import nl.voorelkaar.portal.ui.Notice;
import nl.voorelkaar.portal.ui.Radios;
import nl.voorelkaar.portal.ui.TextLine;
import nl.voorelkaar.portal.ui.Tone;
import nl.voorelkaar.portal.ui.Words;

/** What the desk saw: who, as what, by which evidence, from when. Of gezag, all who have it at once. */
final class RepresentationForm extends Div {

    private static final int LONGEST_NAME = 200;

    private final transient Residents residents;
    private final transient PersonsRegister persons;
    private final transient LocalDate today;
    private final transient ResidentId resident;
    private final transient Function<Registration, List<Representation>> register;
    private final transient Consumer<List<Representation>> then;

    private final Div told = new Div();
    private final ErrorSummary errors = new ErrorSummary();
    private final TextLine name = line("represent.name", "represent-name");
    private final DayField born = new DayField(Words.say("represent.born")).handle("represent-born");
    private final Radios<Kind> kind = new Radios<>(
            Words.say("represent.kind"),
            List.of(Kind.values()),
            RepresentationForm::kind,
            each -> Optional.of(Words.say("represent.kind." + code(each) + ".hint")),
            each -> "represent-kind-" + code(each));
    private final Radios<Evidence> evidence = new Radios<>(
            Words.say("represent.evidence"),
            List.of(Evidence.values()),
            RepresentationForm::evidence,
            each -> Optional.empty(),
            each -> "represent-evidence-" + code(each));
    private final DayField from = new DayField(Words.say("represent.from"))
            .hint(Words.say("represent.from.hint"))
            .handle("represent-from");
    private final DayField until =
            new DayField(Words.say("represent.until")).optional().handle("represent-until");
    private final TextLine firstBsn = line("represent.speaker.bsn", "represent-bsn");
    private final TextLine firstName = line("represent.speaker.name", "represent-speaker");
    private final TextLine secondBsn =
            line("represent.second.bsn", "represent-second-bsn").optional();
    private final TextLine secondName =
            line("represent.second.name", "represent-second").optional();

    /** @param number of the resident, to ask the register of persons about; empty when they were found by a code */
    RepresentationForm(
            Residents residents,
            PersonsRegister persons,
            ResidentId resident,
            Optional<Bsn> number,
            LocalDate today,
            Function<Registration, List<Representation>> register,
            Consumer<List<Representation>> then) {
        this.residents = residents;
        this.persons = persons;
        this.today = today;
        this.resident = resident;
        this.register = register;
        this.then = then;
        secondBsn.hint(Words.say("represent.second.hint"));
        var form = new Form(
                this::send,
                name,
                born,
                kind,
                evidence,
                from,
                until,
                firstBsn,
                firstName,
                secondBsn,
                secondName,
                new Div(Action.submit(Words.say("represent.send")).handle("represent-send")));
        var card = new Card(
                new H2(Words.say("represent.form")),
                new Paragraph(Words.say("represent.form.what")),
                told,
                errors,
                form);
        number.ifPresent(bsn -> card.addComponentAtIndex(
                2,
                new Div(Action.secondary(Words.say("represent.brp.ask"), _ -> ask(bsn))
                        .handle("represent-brp"))));
        card.addClassName("ve-narrow");
        add(card);
    }

    private static TextLine line(String words, String handle) {
        return new TextLine(Words.say(words)).autocomplete("off").handle(handle);
    }

    static String kind(Kind kind) {
        return Words.say("represent.kind." + code(kind));
    }

    static String evidence(Evidence evidence) {
        return Words.say("represent.evidence." + code(evidence));
    }

    /** What the register says is filled in, to look through: the desk writes it down. */
    private void ask(Bsn number) {
        var person = persons.find(number);
        var authority = person.flatMap(_ -> persons.authority(number));
        told.removeAll();
        if (person.isEmpty() || authority.isEmpty()) {
            say(Tone.WARN, Words.say("represent.brp.silent"));
        } else if (person.get().died().isPresent()) {
            say(
                    Tone.WARN,
                    Words.say(
                            "represent.brp.died", Dates.day(person.get().died().get())));
        } else {
            authority
                    .get()
                    .kind()
                    .ifPresentOrElse(
                            found -> fill(person.get(), found, authority.get().holders()),
                            () -> say(Tone.WARN, Words.say("represent.brp.unclear")));
        }
    }

    private void fill(PersonsRegister.Person person, Kind found, List<PersonsRegister.Holder> holders) {
        name.setValue(person.name());
        born.setValue(person.born());
        kind.setValue(found);
        evidence.setValue(Evidence.BRP);
        from.setValue(today);
        fill(firstBsn, firstName, holders.stream().findFirst());
        fill(secondBsn, secondName, holders.stream().skip(1).findFirst());
        say(
                Tone.GOOD,
                Words.say(
                        "represent.brp.said",
                        Words.list(holders.stream()
                                .map(PersonsRegister.Holder::name)
                                .toList())));
    }

    private static void fill(TextLine number, TextLine called, Optional<PersonsRegister.Holder> holder) {
        number.setValue(holder.map(one -> one.bsn().revealDigits()).orElse(""));
        called.setValue(holder.map(PersonsRegister.Holder::name).orElse(""));
    }

    private void say(Tone tone, String words) {
        var notice = new Notice(tone, words).spoken();
        notice.setTestId("represent-brp-said");
        told.add(notice);
    }

    private void send() {
        var day = born.getValue();
        var what = kind.getValue();
        var seen = evidence.getValue();
        var first = from.getValue();
        var second = !secondBsn.getValue().isBlank() || !secondName.getValue().isBlank();
        var fine = errors.begin()
                .need(named(name), name, Words.say("represent.name.missing"))
                .need(day != null, born, Words.say("represent.day.missing"))
                .need(what != null, kind, Words.say("represent.kind.missing"))
                .need(seen != null, evidence, Words.say("represent.evidence.missing"))
                .need(first != null, from, Words.say("represent.day.missing"))
                .need(bsn(firstBsn).isPresent(), firstBsn, Words.say("represent.bsn.wrong"))
                .need(named(firstName), firstName, Words.say("represent.name.missing"))
                .need(!second || bsn(secondBsn).isPresent(), secondBsn, Words.say("represent.bsn.wrong"))
                .need(!second || named(secondName), secondName, Words.say("represent.name.missing"))
                .fine();
        if (!fine || day == null || what == null || seen == null || first == null) {
            return;
        }
        var speakers = new ArrayList<Speaker>();
        speaker(firstBsn, firstName).ifPresent(speakers::add);
        speaker(secondBsn, secondName).ifPresent(speakers::add);
        try {
            then.accept(register.apply(new Registration(
                    resident,
                    name.getValue().strip(),
                    day,
                    speakers,
                    what,
                    seen,
                    first,
                    Optional.ofNullable(until.getValue()))));
        } catch (RepresentationRefused refused) {
            errors.begin().need(false, kind, why(refused)).fine();
        }
    }

    private Optional<Speaker> speaker(TextLine number, TextLine called) {
        return bsn(number)
                .map(residents::addressed)
                .map(person ->
                        new Speaker(PersonId.of(person), called.getValue().strip()));
    }

    private static Optional<Bsn> bsn(TextLine field) {
        try {
            return Optional.of(Bsn.of(field.getValue().strip()));
        } catch (IllegalArgumentException noBsn) {
            return Optional.empty();
        }
    }

    private static boolean named(TextLine field) {
        return !field.getValue().isBlank() && field.getValue().length() <= LONGEST_NAME;
    }

    static String why(RepresentationRefused refused) {
        return Words.say("represent.refused." + code(refused.reason()));
    }

    private static String code(Enum<?> each) {
        return each.name().toLowerCase(Locale.ROOT);
    }
}
