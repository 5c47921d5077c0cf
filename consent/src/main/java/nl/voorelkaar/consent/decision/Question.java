package nl.voorelkaar.consent.decision;

import java.time.Instant;
import nl.voorelkaar.consent.Access.Action;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Section;

/** May this actor do this in this section of this dossier, given these facts, at this instant? */
record Question(Actor actor, ResidentId resident, Section section, Action action, Facts facts, Instant now) {}
