package nl.voorelkaar.consent.decision;

import java.time.Instant;
import java.util.Optional;
import nl.voorelkaar.consent.Access.Action;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.consent.Thing;

/** May this actor do this in this section of this dossier, given these facts, at this instant? */
record Question(
        Actor actor,
        ResidentId resident,
        Section section,
        Action action,
        Optional<String> step,
        Optional<Thing> only,
        Facts facts,
        Instant now) {}
