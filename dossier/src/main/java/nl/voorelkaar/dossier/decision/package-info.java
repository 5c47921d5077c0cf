/**
 * From the application (aanvraag) to the decision (besluit): completeness with a clock that stands still, zienswijze,
 * deciding, making known, how the letter travelled, and what happens when the municipality is late (Wmo 2.3.5, Awb ch.
 * 3 and 4).
 */
@NamedInterface("decision")
@NullMarked
package nl.voorelkaar.dossier.decision;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
