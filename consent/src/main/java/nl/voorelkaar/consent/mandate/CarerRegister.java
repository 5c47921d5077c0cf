package nl.voorelkaar.consent.mandate;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.Capacity;
import nl.voorelkaar.consent.Carers;
import nl.voorelkaar.consent.Mandate;
import nl.voorelkaar.consent.MandateScope;
import nl.voorelkaar.consent.PersonId;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.scope.TransactionScope;
import nl.voorelkaar.consent.subject.Subjects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class CarerRegister implements Carers {

    private static final int LISTED_AT_MOST = 100;

    private final MandateRows rows;
    private final TransactionScope scope;
    private final Subjects subjects;
    private final Clock clock;

    CarerRegister(MandateRows rows, TransactionScope scope, Subjects subjects, Clock clock) {
        this.rows = rows;
        this.scope = scope;
        this.subjects = subjects;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<PersonId, String> named(Collection<Actor.Acting> carers) {
        var names = new HashMap<PersonId, String>();
        for (var carer : carers) {
            if (!names.containsKey(carer.person())) {
                nameOf(carer).ifPresent(name -> names.put(carer.person(), name));
            }
        }
        return names;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<String> residentOf(Actor.Acting carer) {
        return switch (carer.capacity()) {
            case Capacity.Mandated mandated -> find(carer, mandated).flatMap(MandateRow::residentName);
            case Capacity.Represents represents -> names(carer, represents).map(Subjects.Names::resident);
        };
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Mandate.Digest> digestOf(Actor.Acting carer) {
        return switch (carer.capacity()) {
            case Capacity.Mandated mandated -> find(carer, mandated).map(MandateRow::digest);
            case Capacity.Represents _ -> Optional.empty();
        };
    }

    @Override
    @Transactional(readOnly = true)
    public Set<PersonId> hearing(ResidentId resident) {
        return acting(resident, Set.of(MandateScope.BERICHTEN));
    }

    @Override
    @Transactional(readOnly = true)
    public Set<PersonId> acting(ResidentId resident, Set<MandateScope> scopes) {
        var now = clock.instant();
        return scope.within(
                resident,
                () -> rows.of(resident, LISTED_AT_MOST).stream()
                        .filter(mandate -> mandate.state(now) == Mandate.State.ACTIEF)
                        .filter(mandate -> mandate.scopes().stream().anyMatch(scopes::contains))
                        .flatMap(mandate -> mandate.person().stream())
                        .collect(Collectors.toSet()));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<String> nameOf(Actor.Acting carer) {
        return switch (carer.capacity()) {
            case Capacity.Mandated mandated -> find(carer, mandated).flatMap(MandateRow::carer);
            case Capacity.Represents represents -> names(carer, represents).map(Subjects.Names::speaker);
        };
    }

    private Optional<Subjects.Names> names(Actor.Acting carer, Capacity.Represents represents) {
        return scope.within(
                carer.resident(), () -> subjects.names(carer.resident(), represents.representation(), carer.person()));
    }

    private Optional<MandateRow> find(Actor.Acting carer, Capacity.Mandated mandated) {
        return scope.within(
                carer.resident(),
                () -> rows.find(carer.resident(), mandated.mandate())
                        .filter(mandate -> mandate.person().equals(Optional.of(carer.person()))));
    }
}
