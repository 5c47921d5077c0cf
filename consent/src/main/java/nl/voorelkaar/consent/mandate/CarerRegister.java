package nl.voorelkaar.consent.mandate;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.Capacity;
import nl.voorelkaar.consent.Carers;
import nl.voorelkaar.consent.PersonId;
import nl.voorelkaar.consent.scope.TransactionScope;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class CarerRegister implements Carers {

    private final MandateRows rows;
    private final TransactionScope scope;

    CarerRegister(MandateRows rows, TransactionScope scope) {
        this.rows = rows;
        this.scope = scope;
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
        return find(carer).flatMap(MandateRow::residentName);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<String> nameOf(Actor.Acting carer) {
        return find(carer).flatMap(MandateRow::carer);
    }

    private Optional<MandateRow> find(Actor.Acting carer) {
        return switch (carer.capacity()) {
            case Capacity.Mandated mandated ->
                scope.within(
                        carer.resident(),
                        () -> rows.find(carer.resident(), mandated.mandate())
                                .filter(mandate -> mandate.person().equals(Optional.of(carer.person()))));
        };
    }
}
