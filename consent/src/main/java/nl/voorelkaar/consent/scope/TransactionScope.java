package nl.voorelkaar.consent.scope;

import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.PartyId;
import nl.voorelkaar.consent.PersonId;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.RowScope;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.consent.TeamId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Sets the scope as settings of the current database transaction: they are gone when it ends, however it ends. What was
 * set last is remembered for as long as the transaction lives, so that nobody asks the database for it.
 */
@Component
public final class TransactionScope implements RowScope {

    private final JdbcClient jdbc;

    TransactionScope(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void enter(Optional<ResidentId> resident, Optional<PartyId> party, Optional<TeamId> team) {
        set(new Settings(text(resident), text(party), text(team), ""));
    }

    @Override
    public void enter(Actor.Professional actor, ResidentId resident, Set<Section> sections) {
        set(new Settings(resident.toString(), actor.id().toString(), text(actor.team()), numbers(sections)));
    }

    @Override
    public void enter(Actor.Acting actor, Set<Section> sections) {
        set(new Settings(actor.resident().toString(), actor.person().toString(), "", numbers(sections)));
    }

    /** Does some work for this resident and puts the caller's scope back; party, team and sections stay as they are. */
    public <T> T within(ResidentId resident, Supplier<T> work) {
        var before = current();
        return with(before, new Settings(resident.toString(), before.party, before.team, before.sections), work);
    }

    /** Does some work in another scope and puts the caller's scope back. */
    public <T> T within(ResidentId resident, PartyId party, Optional<TeamId> team, Supplier<T> work) {
        return with(current(), new Settings(resident.toString(), party.toString(), text(team), ""), work);
    }

    /** For this resident and party, in a transaction that waits for a lock no longer than this. */
    public void enterImpatiently(ResidentId resident, Optional<PartyId> party, Duration longest) {
        set(
                new Settings(resident.toString(), text(party), "", ""),
                ", set_config('lock_timeout', '%d', true)".formatted(longest.toMillis()));
    }

    /**
     * Shows, besides, what is of this person and of no resident in scope yet: who accepted a mandate, and with which
     * code.
     */
    public void enterPerson(Optional<PersonId> person, Optional<byte[]> codeIndex) {
        requireTransaction();
        Remembered.forget();
        jdbc.sql("""
                        SELECT set_config('app.resident', '', true), set_config('app.party', :person, true),
                               set_config('app.index', :index, true)""")
                .param("person", text(person))
                .param("index", codeIndex.map(HexFormat.of()::formatHex).orElse(""))
                .query()
                .singleRow();
    }

    /** For the list of due work only: shows which items are due, and nothing else. */
    public void enterDueWork() {
        requireTransaction();
        jdbc.sql("SELECT set_config('app.job', 'due', true)").query().singleValue();
    }

    /** For the privacy officer only: shows emergency access and what came of it, of everybody, and no content. */
    public void enterReview() {
        requireTransaction();
        jdbc.sql("SELECT set_config('app.job', 'review', true)").query().singleValue();
    }

    /**
     * For the desk only: shows, of the resident in scope, who asks, who has access and what was told. Never content.
     */
    public void enterDesk(Actor.Professional actor, ResidentId resident) {
        enter(actor, resident);
        jdbc.sql("SELECT set_config('app.job', 'desk', true)").query().singleValue();
    }

    /** For the list of what residents told the desk: which of it is to be done, and nothing else. */
    public void enterDeskWork() {
        requireTransaction();
        jdbc.sql("SELECT set_config('app.job', 'desk', true)").query().singleValue();
    }

    /** For the desk only: shows whose evidence of representation is to be looked at, of everybody. */
    public void enterRecheck() {
        requireTransaction();
        jdbc.sql("SELECT set_config('app.job', 'recheck', true)").query().singleValue();
    }

    private <T> T with(Settings before, Settings during, Supplier<T> work) {
        if (during.equals(before)) {
            return work.get();
        }
        set(during);
        var result = work.get();
        // Not after an exception: the transaction may be aborted, and then takes its settings with it.
        set(before);
        return result;
    }

    private Settings current() {
        requireTransaction();
        return Remembered.settings().orElseGet(this::asked);
    }

    private Settings asked() {
        return jdbc.sql("""
                        SELECT coalesce(current_setting('app.resident', true), ''),
                               coalesce(current_setting('app.party', true), ''),
                               coalesce(current_setting('app.team', true), ''),
                               coalesce(current_setting('app.sections', true), '')""")
                .query((row, number) ->
                        new Settings(row.getString(1), row.getString(2), row.getString(3), row.getString(4)))
                .single();
    }

    private void set(Settings settings) {
        set(settings, "");
    }

    /** @param more settings, each with a comma before it */
    private void set(Settings settings, String more) {
        requireTransaction();
        Remembered.forget();
        jdbc.sql("""
                        SELECT set_config('app.resident', :resident, true), set_config('app.party', :party, true),
                               set_config('app.team', :team, true), set_config('app.sections', :sections, true)""" + more)
                .param("resident", settings.resident)
                .param("party", settings.party)
                .param("team", settings.team)
                .param("sections", settings.sections)
                .query()
                .singleRow();
        Remembered.keep(settings);
    }

    private static String numbers(Set<Section> sections) {
        return sections.stream()
                .map(section -> String.valueOf(section.number()))
                .collect(Collectors.joining(","));
    }

    private static void requireTransaction() {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("a row scope lives in a transaction, and there is none");
        }
    }

    private static String text(Optional<?> id) {
        return id.map(Object::toString).orElse("");
    }

    private record Settings(String resident, String party, String team, String sections) {}

    /**
     * What the current transaction has set last. Put aside while another one runs in between, and forgotten before the
     * transaction ends, with its settings. No transaction here goes back to a savepoint: that would bring earlier
     * settings back.
     */
    private static final class Remembered implements TransactionSynchronization {

        private static final Object KEY = Remembered.class;

        private @Nullable Settings kept;

        static Optional<Settings> settings() {
            return here().flatMap(remembered -> Optional.ofNullable(remembered.kept));
        }

        static void forget() {
            here().ifPresent(remembered -> remembered.kept = null);
        }

        static void keep(Settings settings) {
            if (TransactionSynchronizationManager.isSynchronizationActive()) {
                here().orElseGet(Remembered::begun).kept = settings;
            }
        }

        private static Remembered begun() {
            var begun = new Remembered();
            TransactionSynchronizationManager.bindResource(KEY, begun);
            TransactionSynchronizationManager.registerSynchronization(begun);
            return begun;
        }

        private static Optional<Remembered> here() {
            return Optional.ofNullable((Remembered) TransactionSynchronizationManager.getResource(KEY));
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResourceIfPossible(KEY);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(KEY, this);
        }

        @Override
        public void beforeCompletion() {
            TransactionSynchronizationManager.unbindResourceIfPossible(KEY);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(KEY);
        }
    }
}
