/**
 * Procedures (melding, plan, aanvraag, besluit, bezwaar, klacht) as what happened in them: streams of sealed steps,
 * each with who, when and on which ground. What a procedure may do next is for its own package to say; how a step is
 * kept, for this one.
 */
@NamedInterface("procedure")
@NullMarked
package nl.voorelkaar.dossier.procedure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
