/**
 * Melding and onderzoek (Wmo 2.3.2): from a need in plain words to a written account of what was found. Not an
 * aanvraag: that one follows, or not.
 */
@NamedInterface("intake")
@NullMarked
package nl.voorelkaar.dossier.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
