/**
 * The escalation ladder of AVE (Aanpak Voorkoming Escalatie): how far a situation has come, who directs, who carried it
 * there, and what may be done from then on. The resident sees all of it. No phase opens a section of a dossier to
 * anybody.
 */
@NamedInterface("escalation")
@NullMarked
package nl.voorelkaar.dossier.escalation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
