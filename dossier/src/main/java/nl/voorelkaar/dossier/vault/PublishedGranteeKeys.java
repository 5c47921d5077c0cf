package nl.voorelkaar.dossier.vault;

import nl.voorelkaar.consent.Actor;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes key pairs for who proved to be that professional. */
final class PublishedGranteeKeys implements GranteeKeys {

    private final ActorCheck actors;
    private final GranteeRegister register;
    private final TransactionTemplate transaction;

    PublishedGranteeKeys(ActorCheck actors, GranteeRegister register, PlatformTransactionManager transactions) {
        this.actors = actors;
        this.register = register;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public void ensure(Actor.Professional professional) {
        actors.require(professional);
        transaction.executeWithoutResult(status -> Holder.of(professional).forEach(register::ensure));
    }
}
