package nl.voorelkaar.consent.decision;

import static nl.voorelkaar.consent.Section.BESLUITEN;
import static nl.voorelkaar.consent.Section.CONTACT;
import static nl.voorelkaar.consent.Section.DERDEN;
import static nl.voorelkaar.consent.Section.GELD;
import static nl.voorelkaar.consent.Section.GEZIN;
import static nl.voorelkaar.consent.Section.GEZONDHEID;
import static nl.voorelkaar.consent.Section.KLACHT;
import static nl.voorelkaar.consent.Section.LEEFGEBIEDEN;
import static nl.voorelkaar.consent.Section.MELDING;
import static nl.voorelkaar.consent.Section.NETWERK;
import static nl.voorelkaar.consent.Section.PLAN;
import static nl.voorelkaar.consent.Section.SCHULDEN;
import static nl.voorelkaar.consent.Section.VEILIGHEID;
import static nl.voorelkaar.consent.Section.VERHAAL;
import static nl.voorelkaar.consent.Section.WERK;
import static nl.voorelkaar.consent.Section.WONEN;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.voorelkaar.consent.Representation.Kind;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.consent.decision.WhoDecides.Finding;
import nl.voorelkaar.consent.decision.WhoDecides.Matter;
import nl.voorelkaar.consent.decision.WhoDecides.Subject;
import nl.voorelkaar.consent.decision.WhoDecides.Voice;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** DOMAIN §3.4, each square by name, and what the notes below the table add. */
class WhoDecidesTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 10, 5);
    private static final LocalDate ELEVEN = LocalDate.of(2014, 10, 12);
    private static final LocalDate THIRTEEN = LocalDate.of(2013, 1, 1);
    private static final LocalDate SEVENTEEN = LocalDate.of(2008, 10, 30);
    private static final Subject UNDER_CURATELE = measured(Kind.CURATOR);

    /** Written from DOMAIN §3.4 in words; "both" is the young person and who has gezag, "either" is one of them. */
    private static final String TABLE = """
            GDPR consent: CONSENT                  | authority | authority | self | self | representative
            withdraw GDPR consent: WITHDRAWAL      | authority | either    | self | self | either
            GDPR rights requests: RIGHTS           | authority | both      | self | self | representative
            Wmo inspection: INSPECTION             | authority | either    | self | self | either
            Wmo disclosure to others: DISCLOSURE   | authority | self      | self | self | representative
            Wmo destroy: DESTRUCTION               | authority | self      | self | self | representative
            youth help consent: YOUTH_HELP         | authority | both      | self | self | representative
            youth inspection: YOUTH_INSPECTION     | authority | self      | self | self | representative
            """;

    private record Column(String name, Subject subject, Voice representative) {}

    private static final List<Column> COLUMNS = List.of(
            new Column("under 12", Subject.born(ELEVEN), Voice.AUTHORITY),
            new Column("12 to 15", Subject.born(THIRTEEN), Voice.AUTHORITY),
            new Column("16 and 17", Subject.born(SEVENTEEN), Voice.AUTHORITY),
            new Column("18 and capable", Subject.CAPABLE, Voice.CURATOR),
            new Column("18 under curatele", UNDER_CURATELE, Voice.CURATOR));

    @TestFactory
    Stream<DynamicTest> everySquareOfTheTable() {
        return TABLE.lines().flatMap(line -> {
            var cells = line.split("\\s*\\|\\s*");
            var row = cells[0].split(": ");
            return COLUMNS.stream()
                    .map(column -> DynamicTest.dynamicTest(
                            row[0] + ", " + column.name,
                            () -> assertThat(words(Matter.valueOf(row[1]), column))
                                    .isEqualTo(cells[COLUMNS.indexOf(column) + 1])));
        });
    }

    private static String words(Matter matter, Column column) {
        var self = settles(matter, column.subject, Voice.SELF);
        var other = settles(matter, column.subject, column.representative);
        var both = settles(matter, column.subject, Voice.SELF, column.representative);
        if (self && other) {
            return "either";
        }
        if (self) {
            return "self";
        }
        if (other) {
            return column.representative == Voice.AUTHORITY ? "authority" : "representative";
        }
        return both ? "both" : "nobody";
    }

    private static boolean settles(Matter matter, Subject subject, Voice... voices) {
        return WhoDecides.settles(Set.of(voices), matter, MELDING, subject, TODAY);
    }

    private static Subject measured(Kind kind) {
        return new Subject(Optional.empty(), Set.of(kind), Set.of());
    }

    private static Subject found(LocalDate born, Finding finding) {
        return new Subject(Optional.of(born), Set.of(), Set.of(finding));
    }

    @Test
    void nobodySaysNothing() {
        for (var matter : Matter.values()) {
            for (var column : COLUMNS) {
                assertThat(settles(matter, column.subject)).isFalse();
            }
        }
    }

    @Test
    void eachColumnBeginsOnTheBirthdayAndNotTheDayBefore() {
        var sanne = Subject.born(ELEVEN);
        var birthday = LocalDate.of(2026, 10, 12);
        assertThat(self(Matter.DISCLOSURE, sanne, birthday.minusDays(1))).isFalse();
        assertThat(self(Matter.DISCLOSURE, sanne, birthday)).isTrue();
        assertThat(self(Matter.CONSENT, sanne, birthday)).isFalse();
        assertThat(self(Matter.CONSENT, sanne, birthday.plusYears(4).minusDays(1)))
                .isFalse();
        assertThat(self(Matter.CONSENT, sanne, birthday.plusYears(4))).isTrue();
        var underCuratele = new Subject(Optional.of(ELEVEN), Set.of(Kind.CURATOR), Set.of());
        assertThat(self(Matter.CONSENT, underCuratele, birthday.plusYears(6).minusDays(1)))
                .isTrue();
        assertThat(self(Matter.CONSENT, underCuratele, birthday.plusYears(6))).isFalse();
    }

    private static boolean self(Matter matter, Subject subject, LocalDate day) {
        return WhoDecides.settles(Set.of(Voice.SELF), matter, MELDING, subject, day);
    }

    @Test
    void parentsDoNotInspectAgainstTheChildsInterest() {
        for (var born : List.of(ELEVEN, THIRTEEN)) {
            assertThat(settles(Matter.INSPECTION, found(born, Finding.AGAINST_THE_CHILDS_INTEREST), Voice.AUTHORITY))
                    .isFalse();
        }
        assertThat(settles(
                        Matter.YOUTH_INSPECTION, found(ELEVEN, Finding.AGAINST_THE_CHILDS_INTEREST), Voice.AUTHORITY))
                .isFalse();
        assertThat(settles(Matter.INSPECTION, found(THIRTEEN, Finding.AGAINST_THE_CHILDS_INTEREST), Voice.SELF))
                .isTrue();
    }

    @Test
    void aYoungPersonWhoCannotWeighItIsSpokenForInDisclosureAndDestruction() {
        for (var matter : List.of(Matter.DISCLOSURE, Matter.DESTRUCTION)) {
            var subject = found(THIRTEEN, Finding.CANNOT_WEIGH);
            assertThat(settles(matter, subject, Voice.SELF)).isFalse();
            assertThat(settles(matter, subject, Voice.AUTHORITY)).isTrue();
        }
    }

    @Test
    void youthHelpIsWithoutTheParentsOnlyWhenAWorkerFoundSo() {
        var found = found(THIRTEEN, Finding.WITHOUT_THE_PARENTS);
        assertThat(settles(Matter.YOUTH_HELP, found, Voice.SELF)).isTrue();
        assertThat(settles(Matter.YOUTH_HELP, found, Voice.AUTHORITY)).isFalse();
        assertThat(settles(Matter.YOUTH_HELP, found(THIRTEEN, Finding.CANNOT_WEIGH), Voice.SELF))
                .isFalse();
    }

    @Test
    void aBewindvoerderDecidesOnMoneyAndOnNothingElse() {
        var subject = measured(Kind.BEWINDVOERDER);
        assertThat(decides(Kind.BEWINDVOERDER, Matter.CONSENT, GELD, subject)).isTrue();
        assertThat(decides(Kind.BEWINDVOERDER, Matter.CONSENT, GEZONDHEID, subject))
                .isFalse();
        assertThat(WhoDecides.settles(Set.of(Voice.SELF), Matter.CONSENT, GEZONDHEID, subject, TODAY))
                .isTrue();
        assertThat(WhoDecides.settles(Set.of(Voice.SELF), Matter.CONSENT, GELD, subject, TODAY))
                .isFalse();
        assertThat(decides(Kind.BEWINDVOERDER, Matter.DISCLOSURE, SCHULDEN, subject))
                .isFalse();
        assertThat(WhoDecides.settles(Set.of(Voice.SELF), Matter.DISCLOSURE, SCHULDEN, subject, TODAY))
                .isTrue();
    }

    @Test
    void aMentorDecidesOnCareAndNotOnMoney() {
        var subject = measured(Kind.MENTOR);
        assertThat(decides(Kind.MENTOR, Matter.DISCLOSURE, LEEFGEBIEDEN, subject))
                .isTrue();
        assertThat(decides(Kind.MENTOR, Matter.DISCLOSURE, SCHULDEN, subject)).isFalse();
        assertThat(WhoDecides.settles(Set.of(Voice.SELF), Matter.CONSENT, GELD, subject, TODAY))
                .isTrue();
    }

    @Test
    void aMentorBesideABewindvoerderDecidesOnCareAndTheOtherOnMoney() {
        var subject = new Subject(Optional.empty(), Set.of(Kind.MENTOR, Kind.BEWINDVOERDER), Set.of());
        assertThat(WhoDecides.settles(Set.of(Voice.MENTOR), Matter.CONSENT, GELD, subject, TODAY))
                .isFalse();
        assertThat(WhoDecides.settles(Set.of(Voice.BEWINDVOERDER), Matter.CONSENT, GELD, subject, TODAY))
                .isTrue();
        assertThat(WhoDecides.settles(Set.of(Voice.MENTOR), Matter.CONSENT, GEZONDHEID, subject, TODAY))
                .isTrue();
        assertThat(WhoDecides.settles(Set.of(Voice.BEWINDVOERDER), Matter.CONSENT, GEZONDHEID, subject, TODAY))
                .isFalse();
    }

    @Test
    void aGevolmachtigdeSpeaksInTheWmoAndTheJeugdwetAndNotInTheUavg() {
        var subject = measured(Kind.GEVOLMACHTIGDE);
        for (var matter : List.of(
                Matter.INSPECTION, Matter.DISCLOSURE, Matter.DESTRUCTION, Matter.YOUTH_HELP, Matter.YOUTH_INSPECTION)) {
            assertThat(decides(Kind.GEVOLMACHTIGDE, matter, MELDING, subject)).isTrue();
            assertThat(decides(Kind.GEVOLMACHTIGDE, matter, SCHULDEN, subject)).isTrue();
        }
        for (var matter : List.of(Matter.CONSENT, Matter.WITHDRAWAL, Matter.RIGHTS)) {
            assertThat(decides(Kind.GEVOLMACHTIGDE, matter, GEZONDHEID, subject))
                    .isFalse();
            assertThat(WhoDecides.settles(Set.of(Voice.SELF), matter, GEZONDHEID, subject, TODAY))
                    .isTrue();
        }
    }

    private static boolean decides(Kind kind, Matter matter, Section section, Subject subject) {
        return WhoDecides.settles(Set.of(Voice.of(kind)), matter, section, subject, TODAY);
    }

    @Test
    void aParentSpeaksForNobodyUnderAMeasureAndACuratorForNoChild() {
        assertThat(decides(Kind.OUDER, Matter.CONSENT, MELDING, UNDER_CURATELE)).isFalse();
        assertThat(decides(Kind.CURATOR, Matter.CONSENT, MELDING, Subject.born(ELEVEN)))
                .isFalse();
    }

    @Test
    void aVoiceCountsWhenItIsNeededOrEnough() {
        var thirteen = Subject.born(THIRTEEN);
        assertThat(counts(Voice.SELF, Matter.RIGHTS, thirteen)).isTrue();
        assertThat(counts(Voice.AUTHORITY, Matter.RIGHTS, thirteen)).isTrue();
        assertThat(counts(Voice.SELF, Matter.WITHDRAWAL, thirteen)).isTrue();
        assertThat(counts(Voice.AUTHORITY, Matter.WITHDRAWAL, thirteen)).isTrue();
        assertThat(counts(Voice.SELF, Matter.CONSENT, thirteen)).isFalse();
        assertThat(counts(Voice.AUTHORITY, Matter.DISCLOSURE, thirteen)).isFalse();
        assertThat(counts(Voice.MENTOR, Matter.CONSENT, thirteen)).isFalse();
        var hidden = found(ELEVEN, Finding.AGAINST_THE_CHILDS_INTEREST);
        assertThat(counts(Voice.AUTHORITY, Matter.INSPECTION, hidden)).isFalse();
    }

    private static boolean counts(Voice voice, Matter matter, Subject subject) {
        return WhoDecides.counts(voice, matter, MELDING, subject, TODAY);
    }

    @Test
    void whoSpeaksForAResidentReadsThis() {
        var municipal = EnumSet.of(CONTACT, MELDING, LEEFGEBIEDEN, PLAN, SCHULDEN, BESLUITEN, KLACHT);
        var own = EnumSet.of(VERHAAL, GEZONDHEID, GELD, WONEN, WERK, GEZIN, NETWERK);
        var all = EnumSet.copyOf(municipal);
        all.addAll(own);
        var care = EnumSet.copyOf(all);
        care.removeAll(Set.of(GELD, SCHULDEN));

        assertThat(opened(Kind.OUDER, Subject.born(ELEVEN))).isEqualTo(all);
        assertThat(opened(Kind.VOOGD, Subject.born(ELEVEN))).isEqualTo(all);
        assertThat(opened(Kind.OUDER, Subject.born(THIRTEEN))).isEqualTo(municipal);
        assertThat(opened(Kind.OUDER, Subject.born(SEVENTEEN))).isEmpty();
        assertThat(opened(Kind.OUDER, Subject.CAPABLE)).isEmpty();
        assertThat(opened(Kind.CURATOR, UNDER_CURATELE)).isEqualTo(all);
        assertThat(opened(Kind.MENTOR, measured(Kind.MENTOR))).isEqualTo(care);
        assertThat(opened(Kind.BEWINDVOERDER, measured(Kind.BEWINDVOERDER))).isEqualTo(EnumSet.of(GELD, SCHULDEN));
        assertThat(opened(Kind.GEVOLMACHTIGDE, measured(Kind.GEVOLMACHTIGDE))).isEqualTo(municipal);
    }

    @Test
    void whatIsAboutOthersOrAboutSafetyIsOpenedToNobodyWhoSpeaksForAResident() {
        for (var kind : Kind.values()) {
            for (var subject : List.of(Subject.born(ELEVEN), measured(kind))) {
                assertThat(opened(kind, subject)).doesNotContain(DERDEN, VEILIGHEID);
            }
        }
    }

    private static Set<Section> opened(Kind kind, Subject subject) {
        return Arrays.stream(Section.values())
                .filter(section -> WhoDecides.opens(kind, section, subject, TODAY))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Section.class)));
    }

    @Test
    void aResidentsOwnPartIsSharedByTheUavgAndTheMunicipalFileByTheWmo() {
        assertThat(Matter.ofSharing(VERHAAL)).isEqualTo(Matter.CONSENT);
        assertThat(Matter.ofSharing(PLAN)).isEqualTo(Matter.DISCLOSURE);
        assertThat(Matter.ofReading(VERHAAL)).isEqualTo(Matter.RIGHTS);
        assertThat(Matter.ofReading(PLAN)).isEqualTo(Matter.INSPECTION);
    }
}
