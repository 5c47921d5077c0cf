/**
 * Bezwaar (Awb ch. 6 and 7): from the resident's objection, whenever and however it comes, to a decision by somebody
 * who did not take the first one.
 */
@NamedInterface("objection")
@NullMarked
package nl.voorelkaar.dossier.objection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
