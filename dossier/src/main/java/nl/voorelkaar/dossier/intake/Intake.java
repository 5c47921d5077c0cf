package nl.voorelkaar.dossier.intake;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.dossier.procedure.Author;
import nl.voorelkaar.dossier.procedure.ProcedureId;
import nl.voorelkaar.dossier.procedure.ProcedureKind;
import nl.voorelkaar.dossier.procedure.Procedures;
import nl.voorelkaar.dossier.procedure.StepId;
import org.springframework.stereotype.Service;

/** Meldingen and what follows from them. Every call asks consent first, and is in the resident's log. */
@Service
public class Intake {

    private static final Set<Section> HERE = EnumSet.of(Section.MELDING);

    private final Procedures procedures;
    private final OnderzoekType type;

    Intake(Procedures procedures, OnderzoekType type) {
        this.procedures = procedures;
        this.type = type;
    }

    /** What somebody wants to do, decided on where the onderzoek stands at that moment. */
    @FunctionalInterface
    public interface Verb {
        Happened decide(Onderzoek now, Author by, Instant at);
    }

    /**
     * Files a melding and gives its receipt. The same ids again give the first back.
     *
     * @throws nl.voorelkaar.consent.AccessRefused when the actor may not
     * @throws nl.voorelkaar.dossier.procedure.StepRefused when a text is empty or too long
     */
    public Onderzoek report(Actor actor, ResidentId resident, ProcedureId id, StepId step, Happened.Reported melding) {
        return procedures.take(actor, resident, HERE, "onderzoek.report", turn -> {
            var reported = Onderzoek.report(turn.author(), melding);
            turn.start(type, id, step, reported);
            return turn.take(type, id, following(id, "receipt"), now -> Onderzoek.confirm())
                    .now();
        });
    }

    /** A step that follows from the melding, so that it is taken once. */
    static StepId following(ProcedureId id, String what) {
        return new StepId(UUID.nameUUIDFromBytes((id + "|" + what).getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * @param name of the step, for the log, such as {@code plan-talk}
     * @throws nl.voorelkaar.dossier.procedure.StepRefused with the reason
     */
    public Onderzoek take(Actor actor, ResidentId resident, ProcedureId id, StepId step, String name, Verb verb) {
        return procedures.take(
                actor,
                resident,
                HERE,
                "onderzoek." + name,
                turn -> turn.take(type, id, step, now -> verb.decide(now.now(), turn.author(), turn.now()))
                        .now());
    }

    /** Newest first; at most 50. */
    public List<Onderzoek> of(Actor actor, ResidentId resident) {
        return procedures.read(
                actor,
                resident,
                HERE,
                open -> open.all(type).stream().map(OnderzoekType.Progress::now).toList());
    }

    /** @throws nl.voorelkaar.consent.AccessRefused when it is not there for this actor */
    public Onderzoek find(Actor actor, ResidentId resident, ProcedureId id) {
        return procedures.read(
                actor, resident, HERE, open -> open.find(type, id).now());
    }

    /** For who was let into this one by the resident, and into nothing else. */
    public Onderzoek helped(Actor.Acting helper, ProcedureId id) {
        return procedures.readOne(
                helper,
                helper.resident(),
                ProcedureKind.ONDERZOEK,
                id,
                open -> open.find(type, id).now());
    }
}
