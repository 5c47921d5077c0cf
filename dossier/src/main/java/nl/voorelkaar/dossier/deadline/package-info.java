/**
 * Every legal term of the house: from what happened to the last day on which something can be done, with each step of
 * the way there. Pure values: the same facts give the same answer to residents, professionals, letters, reminders and
 * machines. Keep {@link nl.voorelkaar.dossier.deadline.Facts} (they have a text form) and compute again; never keep an
 * outcome.
 *
 * <p>{@link nl.voorelkaar.dossier.deadline.Rule} is the list of all terms. Days are days of Europe/Amsterdam.
 */
@NamedInterface("deadline")
@NullMarked
package nl.voorelkaar.dossier.deadline;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
