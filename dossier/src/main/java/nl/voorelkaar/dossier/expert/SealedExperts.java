package nl.voorelkaar.dossier.expert;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import nl.voorelkaar.consent.Access;
import nl.voorelkaar.consent.AccessRefused;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.ConsentEvent;
import nl.voorelkaar.consent.Consult;
import nl.voorelkaar.consent.ConsultId;
import nl.voorelkaar.consent.Consults;
import nl.voorelkaar.consent.Decision;
import nl.voorelkaar.consent.PartyId;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.RowScope;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.dossier.Documents;
import nl.voorelkaar.dossier.Dossiers;
import nl.voorelkaar.dossier.Entry;
import nl.voorelkaar.dossier.EntryId;
import nl.voorelkaar.dossier.entry.EntryAccess;
import nl.voorelkaar.dossier.vault.Compartments;
import nl.voorelkaar.dossier.vault.KeyBroker;
import nl.voorelkaar.dossier.vault.RecordId;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

@Service
class SealedExperts implements Experts {

    private static final Section HERE = Section.PLAN;
    private static final int QUESTION = 1;
    private static final int PAGES = 2;
    private static final int ANSWER = 3;
    private static final int FIRST_PICTURE = 10;

    private final Consults consults;
    private final Dossiers dossiers;
    private final Documents documents;
    private final KeyBroker broker;
    private final Compartments compartments;
    private final EntryAccess access;
    private final RowScope scope;
    private final JdbcClient sql;
    private final TransactionTemplate transaction;

    /** Of its own: how words are kept must not follow the settings of some web answer. */
    private final JsonMapper json = JsonMapper.builder().build();

    SealedExperts(
            Consults consults,
            Dossiers dossiers,
            Documents documents,
            KeyBroker broker,
            Compartments compartments,
            EntryAccess access,
            RowScope scope,
            JdbcClient sql,
            PlatformTransactionManager transactions) {
        this.consults = consults;
        this.dossiers = dossiers;
        this.documents = documents;
        this.broker = broker;
        this.compartments = compartments;
        this.access = access;
        this.scope = scope;
        this.sql = sql;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** The titles stay when the pages go. */
    private record Words(String question, String[] titles) {}

    /** @param pictures by their numbers */
    private record Copies(List<Page> pages, List<byte[]> pictures) {}

    @Override
    public Consult ask(
            Actor.Professional actor,
            ConsultId id,
            ResidentId resident,
            PartyId expert,
            String question,
            Set<EntryId> pages,
            LocalDate lastDay) {
        requireSound(question);
        if (pages.size() > MOST_PAGES) {
            throw new QuestionRefused(QuestionRefused.Reason.TOO_MANY_PAGES);
        }
        var asking = Access.step(resident, Set.of(HERE), "raad.ask");
        access.requireStill(actor, asking);
        var copies = copies(actor, resident, pages);
        try (var keys = broker.open(actor, asking)) {
            return transaction.execute(status -> {
                access.requireStill(actor, asking);
                var consult = consults.ask(actor, id, resident, expert, lastDay);
                scope.enter(actor, resident, Set.of(HERE));
                if (text(resident, id, QUESTION).isEmpty()) {
                    try (var own = compartments.begin(keys, resident, id.keys(), id.thing(), HERE)) {
                        keep(own, resident, id, QUESTION, new Words(question.strip(), titles(copies.pages())));
                        keep(own, resident, id, PAGES, copies.pages().toArray(Page[]::new));
                        for (var number = 0; number < copies.pictures().size(); number++) {
                            keep(
                                    own,
                                    resident,
                                    id,
                                    FIRST_PICTURE + number,
                                    copies.pictures().get(number));
                        }
                    }
                }
                return consult;
            });
        }
    }

    private Copies copies(Actor.Professional actor, ResidentId resident, Set<EntryId> pages) {
        if (pages.isEmpty()) {
            return new Copies(List.of(), List.of());
        }
        var entries = dossiers.open(actor, resident).sections().stream()
                .flatMap(section -> section.entries().stream())
                .filter(entry -> pages.contains(entry.id()))
                .toList();
        if (entries.size() < pages.size()) {
            throw new AccessRefused(Decision.Reason.NO_GROUND);
        }
        if (entries.stream().mapToInt(SealedExperts::drawable).sum() > MOST_PICTURES) {
            throw new QuestionRefused(QuestionRefused.Reason.TOO_MANY_PICTURES);
        }
        var copies = new Copies(new ArrayList<>(), new ArrayList<>());
        for (var entry : entries) {
            var first = copies.pictures().size();
            var after = first + drawable(entry);
            for (var number = first; number < after; number++) {
                copies.pictures().add(drawn(actor, entry, number - first));
            }
            copies.pages()
                    .add(new Page(
                            entry.section(),
                            entry.title(),
                            entry.text(),
                            entry.date(),
                            IntStream.range(first, after).boxed().toList()));
        }
        return copies;
    }

    private static int drawable(Entry entry) {
        return entry.document().map(Entry.Document::pages).orElse(0);
    }

    private byte[] drawn(Actor.Professional actor, Entry entry, int page) {
        var png = new ByteArrayOutputStream();
        try {
            documents.preview(actor, entry.resident(), entry.id(), page, png);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return png.toByteArray();
    }

    private static String[] titles(List<Page> pages) {
        return pages.stream().map(Page::title).toArray(String[]::new);
    }

    @Override
    public AskedQuestion open(Actor.Resident actor, ConsultId id) {
        return open(actor, consults.find(actor, id));
    }

    @Override
    public AskedQuestion open(Actor.Professional actor, ConsultId id) {
        return open(actor, consults.find(actor, id));
    }

    private AskedQuestion open(Actor actor, Consult consult) {
        return opened(actor, consult, own -> {
            var words = kept(own, consult, QUESTION, Words.class).orElseThrow();
            return new AskedQuestion(
                    consult,
                    words.question(),
                    Arrays.asList(words.titles()),
                    kept(own, consult, PAGES, Page[].class).map(Arrays::asList).orElse(List.of()),
                    kept(own, consult, ANSWER, Reply.class));
        });
    }

    @Override
    public byte[] picture(Actor.Resident actor, ConsultId id, int number) {
        return picture(actor, consults.find(actor, id), number);
    }

    @Override
    public byte[] picture(Actor.Professional actor, ConsultId id, int number) {
        return picture(actor, consults.find(actor, id), number);
    }

    private byte[] picture(Actor actor, Consult consult, int number) {
        return opened(actor, consult, own -> kept(own, consult, FIRST_PICTURE + number))
                .filter(_ -> number >= 0)
                .orElseThrow(() -> new AccessRefused(Decision.Reason.NO_GROUND));
    }

    private <T> T opened(Actor actor, Consult consult, Function<Compartments.Compartment, T> reading) {
        var resident = consult.of();
        try (var keys =
                broker.open(actor, Access.read(resident, HERE).only(consult.id().thing()))) {
            return transaction.execute(status -> {
                scope.enter(actor, resident, Set.of(HERE));
                try (var own = compartments.of(keys, resident, consult.id().keys(), HERE)) {
                    return reading.apply(own);
                }
            });
        }
    }

    @Override
    public void answer(Actor.Professional actor, ConsultId id, Reply reply) {
        requireSound(reply.words());
        var consult = consults.find(actor, id);
        var resident = consult.of();
        var answering = Access.step(resident, Set.of(HERE), "raad.answer")
                .only(consult.id().thing());
        try (var keys = broker.open(actor, answering)) {
            transaction.executeWithoutResult(status -> {
                access.requireStill(actor, answering);
                scope.enter(actor, resident, Set.of(HERE));
                try (var own = compartments.of(keys, resident, id.keys(), HERE)) {
                    keep(
                            own,
                            resident,
                            id,
                            ANSWER,
                            new Reply(reply.verdict(), reply.words().strip()));
                }
                consults.answered(actor, id);
            });
        }
    }

    /** When it is over the pages go; that they went along stays. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(ConsentEvent.BoundedEnded ended) {
        sql.sql("delete from dossier.consult_text where resident_id = :resident and consult_id = :consult"
                        + " and (part = :pages or part >= :pictures)")
                .param("resident", ended.resident().value())
                .param("consult", ended.keys().value())
                .param("pages", PAGES)
                .param("pictures", FIRST_PICTURE)
                .update();
    }

    private static void requireSound(String words) {
        if (words.isBlank()) {
            throw new QuestionRefused(QuestionRefused.Reason.EMPTY);
        }
        if (words.length() > LONGEST) {
            throw new QuestionRefused(QuestionRefused.Reason.TOO_MUCH_TEXT);
        }
    }

    private void keep(Compartments.Compartment own, ResidentId resident, ConsultId id, int part, Object words) {
        keep(own, resident, id, part, json.writeValueAsString(words).getBytes(UTF_8));
    }

    private void keep(Compartments.Compartment own, ResidentId resident, ConsultId id, int part, byte[] content) {
        sql.sql("""
                        insert into dossier.consult_text (resident_id, consult_id, part, suite, sealed)
                        values (:resident, :consult, :part, 1, :sealed)
                        """)
                .param("resident", resident.value())
                .param("consult", id.value())
                .param("part", part)
                .param("sealed", own.seal(record(id), part, content))
                .update();
    }

    private <T> Optional<T> kept(Compartments.Compartment own, Consult consult, int part, Class<T> as) {
        return kept(own, consult, part).map(bytes -> json.readValue(bytes, as));
    }

    private Optional<byte[]> kept(Compartments.Compartment own, Consult consult, int part) {
        return text(consult.of(), consult.id(), part).map(bytes -> own.unseal(record(consult.id()), part, bytes));
    }

    private Optional<byte[]> text(ResidentId resident, ConsultId id, int part) {
        return sql.sql("""
                        select sealed from dossier.consult_text
                         where resident_id = :resident and consult_id = :consult and part = :part
                        """)
                .param("resident", resident.value())
                .param("consult", id.value())
                .param("part", part)
                .query((row, n) -> row.getBytes(1))
                .optional();
    }

    private static RecordId record(ConsultId id) {
        return new RecordId("consult.text", id.value());
    }
}
