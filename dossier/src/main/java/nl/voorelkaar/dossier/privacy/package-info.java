/**
 * What a resident asks about the data themselves, and a line of the log that is not right: from the resident's words to
 * an answer with a reason, within the term of the law (AVG 12-21, Wmo 5.3.5). For the privacy officer, never for whom
 * it is about.
 */
@NamedInterface("privacy")
@NullMarked
package nl.voorelkaar.dossier.privacy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
