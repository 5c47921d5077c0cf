/** Handing a case over, with a bridging note that the resident reads too. */
@NullMarked
@NamedInterface("handover")
package nl.voorelkaar.dossier.handover;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
