package nl.voorelkaar.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.UUID;
import nl.voorelkaar.consent.scope.TransactionScope;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The scope that the program remembers is the one that the database has, whatever runs in between. */
class RememberedScopeTests extends Situation {

    private final ResidentId first = new ResidentId(UUID.randomUUID());
    private final ResidentId second = new ResidentId(UUID.randomUUID());

    @Autowired
    private TransactionScope remembering;

    @Autowired
    private JdbcClient sql;

    @Autowired
    private PlatformTransactionManager transactions;

    private String inDatabase() {
        return sql.sql("SELECT coalesce(current_setting('app.resident', true), '')")
                .query(String.class)
                .single();
    }

    private String within(ResidentId resident) {
        return remembering.within(resident, this::inDatabase);
    }

    private void transaction(int propagation, Runnable work) {
        var template = new TransactionTemplate(transactions);
        template.setPropagationBehavior(propagation);
        template.executeWithoutResult(status -> work.run());
    }

    private void transaction(Runnable work) {
        transaction(TransactionDefinition.PROPAGATION_REQUIRED, work);
    }

    @Test
    void aTransactionBeginsWithoutTheScopeOfTheOneBefore() {
        transaction(() -> remembering.enter(first));
        transaction(() -> {
            assertThat(inDatabase()).isEmpty();
            assertThat(within(first)).isEqualTo(first.toString());
        });
    }

    @Test
    void aRolledBackTransactionLeavesNothing() {
        var template = new TransactionTemplate(transactions);
        template.executeWithoutResult(status -> {
            remembering.enter(first);
            status.setRollbackOnly();
        });
        transaction(() -> assertThat(within(first)).isEqualTo(first.toString()));
    }

    @Test
    void aTransactionInBetweenHasAScopeOfItsOwn() {
        transaction(() -> {
            remembering.enter(first);
            transaction(TransactionDefinition.PROPAGATION_REQUIRES_NEW, () -> {
                assertThat(within(first)).isEqualTo(first.toString());
                remembering.enter(second);
            });
            assertThat(inDatabase()).isEqualTo(first.toString());
            assertThat(within(second)).isEqualTo(second.toString());
            assertThat(within(first)).isEqualTo(first.toString());
            assertThat(inDatabase()).isEqualTo(first.toString());
        });
    }

    @Test
    void aPersonInScopeIsNoResident() {
        transaction(() -> {
            remembering.enter(first);
            remembering.enterPerson(Optional.of(new PersonId(UUID.randomUUID())), Optional.empty());
            assertThat(within(first)).isEqualTo(first.toString());
            assertThat(inDatabase()).isEmpty();
        });
    }
}
