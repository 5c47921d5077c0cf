package nl.voorelkaar.portal.resident.counter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import nl.voorelkaar.consent.DeskAct;
import nl.voorelkaar.consent.DeskActId;
import nl.voorelkaar.consent.DeskOffice;
import nl.voorelkaar.consent.DeskOrder;
import nl.voorelkaar.consent.GrantId;
import nl.voorelkaar.consent.Grondslag;
import nl.voorelkaar.consent.LedgerEvent;
import nl.voorelkaar.consent.LedgerLine;
import nl.voorelkaar.consent.MandateId;
import nl.voorelkaar.consent.MandateScope;
import nl.voorelkaar.consent.OrganisationId;
import nl.voorelkaar.consent.Party;
import nl.voorelkaar.consent.PartyId;
import nl.voorelkaar.consent.RequestId;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Right;
import nl.voorelkaar.consent.Role;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.consent.ShownText;
import nl.voorelkaar.consent.Terms;
import nl.voorelkaar.dossier.Bsn;
import nl.voorelkaar.dossier.Residents;
import nl.voorelkaar.dossier.paper.Papers;
import nl.voorelkaar.portal.access.Browser;
import nl.voorelkaar.portal.access.House;
import nl.voorelkaar.portal.letter.LetterTexts;
import nl.voorelkaar.portal.persons.PersonsRegister;
import nl.voorelkaar.portal.persons.SecretAddresses;
import nl.voorelkaar.portal.ui.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What leaves on paper for who is not online, and where to. */
class CounterPostTests {

    private static final Instant NOW = Instant.parse("2026-10-05T07:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2027, 4, 1);
    private static final ShownText SHOWN = new ShownText("Dit is voorgelezen.", Locale.of("nl"));
    private static final Party ANOUK = new Party(
            new PartyId(UUID.randomUUID()),
            "Anouk Meijer",
            Role.GSP,
            new OrganisationId("gemeente-voorbeeldstad"),
            "Gemeente Voorbeeldstad",
            Optional.empty());

    static Stream<DeskOffice.Letter> letters() {
        var all = Stream.<DeskOffice.Letter>builder();
        for (var order : orders()) {
            if (order.kind() == DeskAct.Kind.LOG_LETTER) {
                all.add(letter(order, DeskOffice.What.LOG, DeskAct.State.UITGEVOERD));
                continue;
            }
            for (var state : List.of(
                    DeskAct.State.UITGEVOERD,
                    DeskAct.State.NIET_MOGELIJK,
                    DeskAct.State.VERVALLEN,
                    DeskAct.State.INGETROKKEN)) {
                all.add(letter(order, DeskOffice.What.RECEIPT, state));
            }
            if (order.kind().needsCode()) {
                all.add(letter(order, DeskOffice.What.CODE, DeskAct.State.WACHT_OP_CODE));
            }
            if (order.kind() == DeskAct.Kind.MANDATE) {
                all.add(letter(order, DeskOffice.What.INVITATION, DeskAct.State.WACHT_OP_GEMACHTIGDE));
            }
        }
        return all.build();
    }

    private static List<DeskOrder> orders() {
        var id = UUID.randomUUID();
        return List.of(
                new DeskOrder.Give(
                        new RequestId(id), new Terms(Set.of(Section.WONEN), Set.of(Right.READ), DAY, false), SHOWN),
                new DeskOrder.Refuse(new RequestId(id), SHOWN),
                new DeskOrder.Stop(new GrantId(id), SHOWN),
                new DeskOrder.Empower(Set.of(MandateScope.LEZEN_PLAN), DAY, SHOWN),
                new DeskOrder.StopMandate(new MandateId(id), SHOWN),
                new DeskOrder.SignPlan(id),
                new DeskOrder.WithdrawPlan(id),
                new DeskOrder.Received(DeskAct.Kind.OBJECTION, DAY, "De traplift"),
                new DeskOrder.Received(DeskAct.Kind.COMPLAINT, DAY, "De telefoon"),
                new DeskOrder.SendLog(DAY.minusMonths(1), DAY));
    }

    private static DeskOffice.Letter letter(DeskOrder order, DeskOffice.What what, DeskAct.State state) {
        var coded = what == DeskOffice.What.CODE || what == DeskOffice.What.INVITATION;
        return new DeskOffice.Letter(
                UUID.randomUUID(),
                new DeskAct(
                        new DeskActId(UUID.randomUUID()),
                        new ResidentId(UUID.randomUUID()),
                        order.kind(),
                        DeskAct.Channel.BRIEF,
                        new PartyId(UUID.randomUUID()),
                        NOW,
                        state,
                        NOW,
                        Optional.of(NOW).filter(at -> coded),
                        Optional.empty()),
                what,
                order,
                Optional.of("7KQ4A-M2XPB").filter(code -> coded),
                Optional.of(NOW).filter(at -> coded),
                Optional.of(ANOUK),
                Optional.of("Ik wil hulp in huis voor u regelen."),
                Optional.of(DAY),
                Set.of(Section.WONEN),
                Optional.of("Y. el A."),
                "Joris Bos");
    }

    @ParameterizedTest
    @MethodSource("letters")
    void everyLetterHasItsWordsAndSaysWhatToDoWhenNobodyAskedForIt(DeskOffice.Letter letter) {
        var paper = new CounterLetter(
                        letter, List.of(line()), "voorbeeldstad.example", List.of("J. Postma", "Weg 1"), NOW)
                .paper();

        assertThat(paper).isNotNull();
        for (var key : List.of("balie.niet", "balie.niet.ander", "balie.hulp")) {
            assertThat(LetterTexts.WORDING.line(Words.DUTCH, key)).contains("14 0999");
        }
    }

    @Test
    void theLogIsPrintedAsSentences() {
        var letter =
                letter(new DeskOrder.SendLog(DAY.minusMonths(1), DAY), DeskOffice.What.LOG, DeskAct.State.UITGEVOERD);
        var printed = House.running()
                .resident
                .getBean(Papers.class)
                .print(new CounterLetter(letter, List.of(line()), "voorbeeldstad.example", List.of("J. Postma"), NOW)
                        .paper());

        assertThat(printed.pdf()).startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void whoNeverSignedInIsLookedUpInTheRegisterAndGetsADossier() {
        var house = House.running();
        var bsn = Bsn.of("999940028");
        var register = house.resident.getBean(PersonsRegister.class);
        assertThat(register.find(bsn)).hasValueSatisfying(person -> {
            assertThat(person.name()).isEqualTo("Jan Postma");
            assertThat(person.born()).isEqualTo(LocalDate.of(1945, 1, 20));
            assertThat(person.address()).hasSize(3).first().isEqualTo("Jan Postma");
        });
        assertThat(register.find(Bsn.of("123456782"))).isEmpty();
        assertThat(register.find(Bsn.of("999940211")))
                .hasValueSatisfying(wilma -> assertThat(wilma.died()).contains(LocalDate.of(2026, 9, 30)));
        assertThat(house.resident.getBean(Residents.class)).isNotNull();
        house.resident.getBean(CounterPost.class).round();
    }

    @Test
    void theRegisterSaysWhoHasGezagAndLeavesToPeopleWhatItCannotTell() {
        var register = House.running().workspace.getBean(PersonsRegister.class);
        assertThat(register.authority(Bsn.of("999940053"))).hasValueSatisfying(gezag -> {
            assertThat(gezag.kind()).contains(nl.voorelkaar.consent.Representation.Kind.OUDER);
            assertThat(gezag.holders())
                    .extracting(PersonsRegister.Holder::name)
                    .containsExactly("Marieke Bakker", "Ruud de Wit");
        });
        for (var unclear : List.of("999940223", "999940028")) {
            assertThat(register.authority(Bsn.of(unclear))).hasValueSatisfying(gezag -> {
                assertThat(gezag.kind()).isEmpty();
                assertThat(gezag.holders()).isEmpty();
            });
        }
        assertThat(register.authority(Bsn.of("123456782"))).isEmpty();
    }

    @Test
    void anAddressIsSecretWhenTheRegisterSaysSoAndWhenNobodyKnows() {
        var house = House.running();
        var addresses = house.resident.getBean(SecretAddresses.class);
        var residents = house.resident.getBean(Residents.class);
        for (var persona : List.of("P01", "P08")) {
            new Browser(house.residentFace()).signIn("/oauth2/authorization/digid", persona, "substantieel");
        }
        assertThat(addresses.of(residents.addressed(Bsn.of("999940004")))).isFalse();
        assertThat(addresses.of(residents.addressed(Bsn.of("999940089"))))
                .as("geheimhouding")
                .isTrue();
        assertThat(addresses.of(new ResidentId(UUID.randomUUID())))
                .as("unknown")
                .isTrue();
    }

    private static LedgerLine line() {
        return new LedgerLine(
                UUID.randomUUID(),
                1,
                NOW,
                LedgerEvent.Kind.READ,
                Optional.of(ANOUK),
                false,
                Optional.empty(),
                Optional.empty(),
                Set.of(Section.WONEN),
                Optional.of(Grondslag.TOESTEMMING),
                Optional.empty(),
                Optional.empty(),
                LedgerEvent.Outcome.DONE,
                java.util.Map.of());
    }
}
