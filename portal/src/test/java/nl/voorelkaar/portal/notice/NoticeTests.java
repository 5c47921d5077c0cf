package nl.voorelkaar.portal.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import nl.devservices.mailbox.Message;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.Assertion;
import nl.voorelkaar.consent.AssuranceLevel;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.ConsentEvent;
import nl.voorelkaar.consent.EmergencyId;
import nl.voorelkaar.consent.Mandate;
import nl.voorelkaar.consent.PartyId;
import nl.voorelkaar.consent.PersonId;
import nl.voorelkaar.consent.RequestId;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.dossier.Bsn;
import nl.voorelkaar.dossier.NoticePhones;
import nl.voorelkaar.dossier.PhoneNumber;
import nl.voorelkaar.dossier.Residents;
import nl.voorelkaar.dossier.erasure.ErasureChanged;
import nl.voorelkaar.dossier.erasure.ErasureChanged.What;
import nl.voorelkaar.dossier.erasure.ErasureId;
import nl.voorelkaar.dossier.procedure.ProcedureEvent;
import nl.voorelkaar.dossier.procedure.ProcedureId;
import nl.voorelkaar.dossier.procedure.ProcedureKind;
import nl.voorelkaar.dossier.procedure.StepId;
import nl.voorelkaar.portal.access.Browser;
import nl.voorelkaar.portal.access.House;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** From an event in either face to a mail without content. */
class NoticeTests {

    private static final Bsn FATIMA = Bsn.of("999940004");
    private static final Bsn YOUSSEF = Bsn.of("999940016");

    private final House house = House.running();

    @Test
    void anEventOfTheWorkspaceBecomesOneMailThatSaysNothing() {
        var resident = resident();
        var before = mails();
        var asked = new ConsentEvent.Asked(resident, new RequestId(UUID.randomUUID()));

        publish(house.workspace, asked);
        publish(house.workspace, asked);
        sendAll();

        assertThat(mails()).isEqualTo(before + 1);
        var mail = house.standIn.mailbox().all().stream()
                .filter(message -> message.kind() == Message.Kind.mail)
                .max(java.util.Comparator.comparing(Message::receivedAt))
                .orElseThrow();
        assertThat(mail.subject()).isEqualTo("U hebt een nieuw bericht in uw dossier");
        assertThat(mail.text())
                .contains(house.residentFace() + "/")
                .doesNotContain("Fatima", "999940004", resident.toString());
    }

    /** Only who asks for it, with the mail, and with nothing in it. */
    @Test
    void whoAskedForItGetsATextMessageTooThatSaysNothing() {
        var resident = resident();
        var phones = house.resident.getBean(NoticePhones.class);
        var actor = new Actor.Resident(
                resident, AssuranceLevel.SUBSTANTIEEL, house.clock().instant(), new Assertion("not asked here"));
        publish(house.workspace, new ConsentEvent.Asked(resident, new RequestId(UUID.randomUUID())));
        sendAll();
        assertThat(texts()).as("nobody asked for one").isEmpty();

        phones.choose(actor, Optional.of(PhoneNumber.of("06-12 34 56 78")));
        publish(house.workspace, new ConsentEvent.Asked(resident, new RequestId(UUID.randomUUID())));
        sendAll();

        assertThat(texts()).singleElement().satisfies(message -> {
            assertThat(message.to()).isEqualTo("+31612345678");
            assertThat(message.text())
                    .isEqualTo("U hebt een nieuw bericht in uw dossier. You have a new message in your file.");
        });
        var address =
                house.resident.getBean(Residents.class).noticeAddress(resident).orElseThrow();
        house.standIn.mailbox().refuse(address);
        try {
            var placed = placed(resident);
            sendAll();
            assertThat(verbs(placed)).as("told, but not by mail").endsWith("place", "notified");
        } finally {
            house.standIn.mailbox().takeAgain(address);
            phones.choose(actor, Optional.empty());
            forget(resident);
        }
        publish(house.workspace, new ConsentEvent.Asked(resident, new RequestId(UUID.randomUUID())));
        sendAll();
        assertThat(texts()).as("stopped").hasSize(2);
    }

    private List<Message> texts() {
        return house.standIn.mailbox().all().stream()
                .filter(message -> message.kind() == Message.Kind.sms)
                .toList();
    }

    @Test
    void breakingTheGlassIsToldOnceAndSaysNothingOfWhoOrWhy() {
        var resident = resident();
        var before = mails();
        var emergency = new EmergencyId(UUID.randomUUID());

        publish(house.workspace, new ConsentEvent.EmergencyEnded(resident, emergency));
        publish(house.workspace, new ConsentEvent.EmergencyTold(resident, emergency));
        publish(house.resident, new ConsentEvent.EmergencyTold(resident, emergency));
        sendAll();

        assertThat(mails()).isEqualTo(before + 1);
    }

    @Test
    void whoErasesHearsItAtOnceADayBeforeAndWhenItIsDone() {
        var resident = resident();
        var before = mails();
        var now = house.clock().instant();
        var kept = new ErasureId(UUID.randomUUID());
        publish(house.resident, new ErasureChanged(resident, kept, What.ASKED, now.plus(Duration.ofDays(7))));
        assertThat(dayBefore(resident)).as("a day before").isEqualTo(1);
        publish(house.resident, new ErasureChanged(resident, kept, What.KEPT, now));
        assertThat(dayBefore(resident)).as("not any more").isZero();
        sendAll();
        assertThat(mails()).as("that it will be").isEqualTo(before + 1);

        var gone = new ErasureId(UUID.randomUUID());
        publish(house.resident, new ErasureChanged(resident, gone, What.ASKED, now.plus(Duration.ofHours(23))));
        sendAll();
        assertThat(mails()).as("that it will be, and that it is tomorrow").isEqualTo(before + 3);
        publish(house.resident, new ErasureChanged(resident, gone, What.DONE, now));
        sendAll();
        assertThat(mails()).isEqualTo(before + 4);
    }

    private int dayBefore(ResidentId resident) {
        return JdbcClient.create(house.databases.superuser())
                .sql("select count(*) from portal.notice"
                        + " where resident_id = :resident and done_at is null and next_try_at > :later")
                .param("resident", resident.value())
                .param("later", house.clock().instant().plus(Duration.ofDays(5)).atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    @Test
    void whatIsUndoneLeavesNoNotice() {
        var event = new ConsentEvent.Asked(resident(), new RequestId(UUID.randomUUID()));
        var rows = rows();

        assertThatThrownBy(() -> transaction(house.resident).executeWithoutResult(status -> {
                    house.resident.publishEvent(event);
                    throw new IllegalStateException("undone");
                }))
                .hasMessage("undone");

        assertThat(rows()).isEqualTo(rows);
    }

    @Test
    void aDraftOfADecisionIsToldToNobodyAndMakingItKnownIs() {
        var resident = resident();
        var before = rows();
        for (var verb : List.of("draft", "redraft", "establish", "ready")) {
            publish(house.workspace, besluit(resident, verb));
        }
        assertThat(rows()).isEqualTo(before);

        publish(house.workspace, besluit(resident, "announce"));

        assertThat(rows()).isEqualTo(before + 1);
    }

    @Test
    void aMeldingThatTheDeskFilesIsToldOnce() {
        var resident = resident();
        var before = rows();
        for (var verb : List.of("report", "confirm", "receipt-posted")) {
            publish(house.workspace, step(resident, ProcedureKind.ONDERZOEK, verb, "INGEDIEND"));
        }
        assertThat(rows()).isEqualTo(before + 1);
    }

    /**
     * Scenario S11: the mail server does not know the address, so the decision was not delivered and that is written
     * down.
     */
    @Test
    void goldenScenarioS11AMailThatBouncesIsWrittenInTheLedgerOfTheDecision() {
        var resident = resident();
        var taken = placed(resident);
        sendAll();
        assertThat(verbs(taken)).endsWith("place", "notified");

        var address =
                house.resident.getBean(Residents.class).noticeAddress(resident).orElseThrow();
        house.standIn.mailbox().refuse(address);
        try {
            var before = mails();
            var bounced = placed(resident);
            sendAll();
            assertThat(verbs(bounced)).endsWith("place", "notice-failed");
            assertThat(mails()).isEqualTo(before);
            assertThat(stored(bounced, "state")).isEqualTo("NIET_BEZORGD");
            assertThat(alarms(bounced)).as("it does not become final by itself").isZero();
        } finally {
            house.standIn.mailbox().takeAgain(address);
            forget(resident);
        }
    }

    /** S11, when the mail server only finds out later: its report is read from a mailbox, by machine. */
    @Test
    void aMailThatComesBackLaterIsWrittenInTheLedgerOfTheDecisionToo() throws Exception {
        var resident = resident();
        var came = placed(resident);
        sendAll();
        var back = returnTo(came);
        assertThat(back).matches("terug\\+[0-9a-f]{48}@voorbeeldstad\\.example");
        var read = placed(resident);
        var other = placed(resident);
        sendAll();
        opened(resident, read);
        var box = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
        box.start();
        try {
            var user = box.setUser("terug@voorbeeldstad.example", "terug", "geheim");
            for (var mail : List.of(
                    DeliveryReportTests.report(back, "failed", "5.1.1"),
                    DeliveryReportTests.report(back, "failed", "5.1.1"),
                    DeliveryReportTests.report(returnTo(read), "failed", "5.2.2"),
                    DeliveryReportTests.report(returnTo(other), "delayed", "4.4.1"),
                    DeliveryReportTests.report(forged(returnTo(other)), "failed", "5.1.1"),
                    DeliveryReportTests.report(unknown(), "failed", "5.1.1"),
                    DeliveryReportTests.report("dossier@voorbeeldstad.example", "failed", "5.1.1"),
                    DeliveryReportTests.report(returnTo(other), "failed", "5.1.1") + "x".repeat(ReturnedMail.LARGEST),
                    DeliveryReportTests.holiday(returnTo(other)))) {
                user.deliver(DeliveryReportTests.mail(mail));
            }
            var returned = house.resident.getBean(ReturnedMail.class);
            var from = new ReturnedMail.Box("imap", "127.0.0.1", box.getImap().getPort(), "terug", "geheim");
            assertThat(returned.read(from))
                    .isEqualTo(Map.of(
                            ReturnedMail.Outcome.CAME_BACK,
                            3,
                            ReturnedMail.Outcome.NO_FAILURE,
                            1,
                            ReturnedMail.Outcome.NOT_OURS,
                            3,
                            ReturnedMail.Outcome.TOO_LARGE,
                            1,
                            ReturnedMail.Outcome.NO_REPORT,
                            1));
            assertThat(returned.read(from)).as("the box is empty").isEmpty();
        } finally {
            box.stop();
        }
        assertThat(verbs(came)).endsWith("place", "notified", "notice-failed");
        assertThat(stored(came, "state")).isEqualTo("NIET_BEZORGD");
        assertThat(alarms(came)).as("it does not become final by itself").isZero();
        assertThat(verbs(read)).as("who opened it knows").endsWith("place", "notified", "open");
        assertThat(verbs(other)).endsWith("place", "notified");
        forget(resident);
    }

    private String returnTo(ProcedureId decision) {
        var notice = JdbcClient.create(house.databases.superuser())
                .sql("select notice_id from portal.notice where decision_id = :id")
                .param("id", decision.value())
                .query(UUID.class)
                .single();
        var address = house.resident.getBean(ReturnAddress.class).of(notice).orElseThrow();
        assertThat(house.standIn.mailbox().all())
                .as("the mail left with it")
                .anySatisfy(mail -> assertThat(mail.returnTo()).isEqualTo(address));
        return address;
    }

    /** With the id of a notice that is there, and a hash that somebody guessed. */
    private static String forged(String address) {
        var at = address.indexOf('@');
        var last = address.charAt(at - 1) == '0' ? '1' : '0';
        return address.substring(0, at - 1) + last + address.substring(at);
    }

    /** Made here, about a notice that is not there any more. */
    private String unknown() {
        return house.resident.getBean(ReturnAddress.class).of(UUID.randomUUID()).orElseThrow();
    }

    private void opened(ResidentId resident, ProcedureId decision) {
        JdbcClient.create(house.databases.superuser())
                .sql(
                        "insert into dossier.procedure_step (resident_id, procedure_id, number, step_id, section, verb, taken_at)"
                                + " select resident_id, procedure_id, max(number) + 1, gen_random_uuid(), 28, 'open', max(taken_at)"
                                + " from dossier.procedure_step where resident_id = :resident and procedure_id = :id"
                                + " group by resident_id, procedure_id")
                .param("resident", resident.value())
                .param("id", decision.value())
                .update();
    }

    private void forget(ResidentId resident) {
        JdbcClient.create(house.databases.superuser())
                .sql("delete from dossier.procedure where resident_id = :resident")
                .param("resident", resident.value())
                .update();
    }

    @Test
    void whatACarerDidIsToldAtOnceOrOnceADayOrOnceAWeek() {
        var resident = resident();
        var youssef = new PersonId(UUID.randomUUID());
        sendAll();
        var before = mails();
        acted(resident, youssef, Mandate.Digest.EACH_ACT, 2);
        sendAll();
        assertThat(mails()).as("each act").isEqualTo(before + 2);

        acted(resident, youssef, Mandate.Digest.DAILY, 3);
        acted(resident, new PersonId(UUID.randomUUID()), Mandate.Digest.DAILY, 1);
        acted(resident, new PersonId(UUID.randomUUID()), Mandate.Digest.WEEKLY, 3);
        var today = CalendarDays.dayOf(house.clock().instant());
        assertThat(waiting(resident))
                .as("one for each carer and morning")
                .containsExactlyInAnyOrder(
                        morning(today.plusDays(1)),
                        morning(today.plusDays(1)),
                        morning(today.with(TemporalAdjusters.next(DayOfWeek.MONDAY))));
        assertThat(mails()).isEqualTo(before + 2);

        JdbcClient.create(house.databases.superuser())
                .sql("update portal.notice set next_try_at = :now where resident_id = :resident and done_at is null")
                .param("now", house.clock().instant().atOffset(ZoneOffset.UTC))
                .param("resident", resident.value())
                .update();
        sendAll();
        assertThat(mails()).as("when it is time").isEqualTo(before + 5);
    }

    private void acted(ResidentId resident, PersonId carer, Mandate.Digest digest, int times) {
        for (var time = 0; time < times; time++) {
            publish(house.resident, new ConsentEvent.ActedFor(resident, carer, digest));
        }
    }

    private static Instant morning(LocalDate day) {
        return day.atTime(8, 0).atZone(CalendarDays.AMSTERDAM).toInstant();
    }

    private List<Instant> waiting(ResidentId resident) {
        return JdbcClient.create(house.databases.superuser())
                .sql("select next_try_at from portal.notice where resident_id = :resident and done_at is null")
                .param("resident", resident.value())
                .query(OffsetDateTime.class)
                .list()
                .stream()
                .map(OffsetDateTime::toInstant)
                .toList();
    }

    /** Awb 6:17: whoever may object for the resident gets the decision too, also without the scope to hear of news. */
    @Test
    void aDecisionIsCopiedToWhoMayObjectForTheResidentAndToNobodyElse() {
        var resident = resident();
        new Browser(house.residentFace()).signIn("/oauth2/authorization/digid", "P02", "substantieel");
        var youssef = PersonId.of(house.resident.getBean(Residents.class).addressed(YOUSSEF));
        var past = JdbcClient.create(house.databases.superuser());
        try {
            for (var scope : List.of("LEZEN_PLAN", "BEZWAAR")) {
                past.sql("delete from consent.mandate where resident_id = :resident")
                        .param("resident", resident.value())
                        .update();
                mandated(resident, youssef, scope);
                sendAll();
                var before = mails();
                var decision = placed(resident);
                sendAll();
                if (scope.equals("BEZWAAR")) {
                    assertThat(verbs(decision)).endsWith("place", "copied", "notified");
                    assertThat(mails()).isEqualTo(before + 2);
                } else {
                    assertThat(verbs(decision)).endsWith("place", "notified");
                    assertThat(mails()).isEqualTo(before + 1);
                }
            }
        } finally {
            for (var table : List.of("consent.mandate", "dossier.procedure")) {
                past.sql("delete from " + table + " where resident_id = :resident")
                        .param("resident", resident.value())
                        .update();
            }
        }
    }

    /** A mandate as the database knows it, without names and keys. */
    private void mandated(ResidentId resident, PersonId carer, String scope) {
        var now = house.clock().instant().atOffset(ZoneOffset.UTC);
        JdbcClient.create(house.databases.superuser())
                .sql("insert into consent.mandate (resident_id, mandate_id, state, state_since, code_index, code_until,"
                        + " person_id, version, keys_id, scopes, last_day, valid_from, valid_until, digest) values"
                        + " (:resident, gen_random_uuid(), 'ACTIEF', :now, sha256(gen_random_uuid()::text::bytea), :now,"
                        + " :person, 1, gen_random_uuid(), array[:scope], :last, :now, :until, 'DAILY')")
                .param("resident", resident.value())
                .param("person", carer.value())
                .param("scope", scope)
                .param("now", now)
                .param("last", now.plusDays(30).toLocalDate())
                .param("until", now.plusDays(30))
                .update();
    }

    /** A decision that was placed in the portal, as far as the database knows without a key. */
    private ProcedureId placed(ResidentId resident) {
        var id = new ProcedureId(UUID.randomUUID());
        var at = house.clock().instant().atOffset(java.time.ZoneOffset.UTC);
        var past = JdbcClient.create(house.databases.superuser());
        past.sql(
                        "insert into dossier.procedure (resident_id, procedure_id, kind, section, state, steps, excluded, started_at,"
                                + " changed_at, closed) values (:resident, :id, 4, 28, 'BEKENDGEMAAKT', 1, '{}', :at, :at, false)")
                .param("resident", resident.value())
                .param("id", id.value())
                .param("at", at)
                .update();
        past.sql(
                        "insert into dossier.procedure_step (resident_id, procedure_id, number, step_id, section, verb, taken_at)"
                                + " values (:resident, :id, 1, gen_random_uuid(), 28, 'place', :at)")
                .param("resident", resident.value())
                .param("id", id.value())
                .param("at", at)
                .update();
        past.sql("insert into dossier.procedure_alarm (resident_id, procedure_id, at, verb, state)"
                        + " values (:resident, :id, :at, 'final', 'ONHERROEPELIJK')")
                .param("resident", resident.value())
                .param("id", id.value())
                .param("at", at.plusWeeks(6))
                .update();
        publish(
                house.workspace,
                new ProcedureEvent(
                        resident,
                        id,
                        new StepId(UUID.randomUUID()),
                        ProcedureKind.BESLUIT,
                        "place",
                        "BEKENDGEMAAKT",
                        Optional.of(new PartyId(UUID.randomUUID())),
                        false));
        return id;
    }

    private List<String> verbs(ProcedureId id) {
        return JdbcClient.create(house.databases.superuser())
                .sql("select verb from dossier.procedure_step where procedure_id = :id order by number")
                .param("id", id.value())
                .query(String.class)
                .list();
    }

    private String stored(ProcedureId id, String column) {
        return JdbcClient.create(house.databases.superuser())
                .sql("select " + column + " from dossier.procedure where procedure_id = :id")
                .param("id", id.value())
                .query(String.class)
                .single();
    }

    private long alarms(ProcedureId id) {
        return JdbcClient.create(house.databases.superuser())
                .sql("select count(*) from dossier.procedure_alarm where procedure_id = :id")
                .param("id", id.value())
                .query(Long.class)
                .single();
    }

    private static ProcedureEvent besluit(ResidentId resident, String verb) {
        return step(resident, ProcedureKind.BESLUIT, verb, "CONCEPT");
    }

    private static ProcedureEvent step(ResidentId resident, ProcedureKind kind, String verb, String state) {
        return new ProcedureEvent(
                resident,
                new ProcedureId(UUID.randomUUID()),
                new StepId(UUID.randomUUID()),
                kind,
                verb,
                state,
                Optional.of(new PartyId(UUID.randomUUID())),
                false);
    }

    @Test
    void toSomebodyWhoDiedNothingIsSent() {
        var resident = resident();
        sendAll();
        var before = mails();
        var past = JdbcClient.create(house.databases.superuser());
        past.sql("insert into consent.death (resident_id, died_on, evidence, registered_at)"
                        + " values (:resident, date '2026-09-30', 'BRP', now())")
                .param("resident", resident.value())
                .update();
        try {
            publish(house.workspace, new ConsentEvent.Asked(resident, new RequestId(UUID.randomUUID())));
            sendAll();
            assertThat(mails()).isEqualTo(before);
        } finally {
            past.sql("delete from consent.death where resident_id = :resident")
                    .param("resident", resident.value())
                    .update();
        }
    }

    /** She has signed in, and what earlier tests left to be sent has been sent. */
    private ResidentId resident() {
        new Browser(house.residentFace()).signIn("/oauth2/authorization/digid", "P01", "substantieel");
        sendAll();
        return house.resident.getBean(Residents.class).addressed(FATIMA);
    }

    private void publish(ConfigurableApplicationContext face, Object event) {
        transaction(face).executeWithoutResult(status -> face.publishEvent(event));
    }

    /** The post sends by itself each second, too: whoever takes a notice first, it is sent once. */
    private void sendAll() {
        var post = house.resident.getBean(NoticePost.class);
        var waiting = JdbcClient.create(house.databases.superuser())
                .sql("select count(*) from portal.notice where done_at is null");
        for (var turn = 0; turn < 200 && waiting.query(Long.class).single() > 0; turn++) {
            post.sendDue();
        }
        assertThat(waiting.query(Long.class).single()).isZero();
    }

    /** To the two whom these tests write to: the house has other residents, and the clock writes to them as well. */
    private long mails() {
        var residents = house.resident.getBean(Residents.class);
        var theirs = Stream.of(FATIMA, YOUSSEF)
                .flatMap(bsn -> residents.noticeAddress(residents.addressed(bsn)).stream())
                .toList();
        return house.standIn.mailbox().all().stream()
                .filter(message -> message.kind() == Message.Kind.mail && theirs.contains(message.to()))
                .count();
    }

    private long rows() {
        return JdbcClient.create(house.databases.superuser())
                .sql("select count(*) from portal.notice")
                .query(Long.class)
                .single();
    }

    private static TransactionTemplate transaction(ConfigurableApplicationContext face) {
        return new TransactionTemplate(face.getBean(PlatformTransactionManager.class));
    }
}
