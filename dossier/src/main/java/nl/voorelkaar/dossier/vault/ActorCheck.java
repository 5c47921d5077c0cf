package nl.voorelkaar.dossier.vault;

import java.util.function.Supplier;
import nl.voorelkaar.consent.AccessRefused;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.Decision;
import nl.voorelkaar.consent.PartyId;
import nl.voorelkaar.consent.PersonId;

/** Whether an actor is who the identity provider signed for. The portal's word does not count. */
final class ActorCheck {

    private final Assertions assertions;
    private final Supplier<SubjectBinding> binding;

    ActorCheck(Assertions assertions, Supplier<SubjectBinding> binding) {
        this.assertions = assertions;
        this.binding = binding;
    }

    /** @throws AccessRefused when the assertion does not hold, is about somebody else, or is weaker than claimed */
    void require(Actor actor) {
        var subject = assertions.verify(actor.assertion());
        if (!subject.level().atLeast(actor.level())) {
            throw new AccessRefused(Decision.Reason.ASSURANCE_TOO_LOW);
        }
        switch (actor) {
            case Actor.Resident resident -> {
                if (binding.get()
                        .residentOf(subject.issuer(), subject.subject())
                        .filter(resident.id()::equals)
                        .isEmpty()) {
                    throw new AccessRefused(Decision.Reason.NOT_THE_RESIDENT);
                }
            }
            case Actor.Acting acting -> {
                if (binding.get()
                        .residentOf(subject.issuer(), subject.subject())
                        .map(PersonId::of)
                        .filter(acting.person()::equals)
                        .isEmpty()) {
                    throw new AccessRefused(Decision.Reason.NOT_THE_RESIDENT);
                }
            }
            case Actor.Professional professional -> {
                if (!PartyId.ofLogin(subject.issuer(), subject.subject()).equals(professional.id())) {
                    throw new AccessRefused(Decision.Reason.NOT_FOR_THIS_PARTY);
                }
            }
        }
    }
}
