package nl.voorelkaar.dossier.procedure;

import java.util.ArrayList;
import java.util.List;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.consent.Thing;
import nl.voorelkaar.dossier.vault.ThingRecords;
import org.springframework.stereotype.Component;

/** The steps and papers of a procedure that somebody is let into. */
@Component
class ProcedureRecords implements ThingRecords {

    private final ProcedureRows rows;

    ProcedureRecords(ProcedureRows rows) {
        this.rows = rows;
    }

    @Override
    public List<Ref> of(ResidentId resident, Section section, Thing thing) {
        var id = new ProcedureId(thing.value());
        var refs = new ArrayList<Ref>();
        for (var step : rows.steps(resident, List.of(id))) {
            step.body()
                    .filter(body -> step.section() == section)
                    .ifPresent(body -> refs.add(new Ref(StepCodec.record(id), step.number(), body)));
        }
        refs.addAll(rows.papers(resident, id));
        return refs;
    }
}
