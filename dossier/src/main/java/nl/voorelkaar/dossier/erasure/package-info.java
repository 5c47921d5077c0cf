/** Being forgotten: what a resident erases of <i>Mijn deel</i>, and the proof of it. */
@NamedInterface("erasure")
@NullMarked
package nl.voorelkaar.dossier.erasure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
