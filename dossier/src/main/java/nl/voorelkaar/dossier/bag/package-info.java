/**
 * A dossier taken along: packed as one archive (BagIt in a zip), and put into a dossier elsewhere after all of it was
 * checked. The format is in {@code src/docs/dossier-archive.md}.
 */
@NamedInterface("bag")
@NullMarked
package nl.voorelkaar.dossier.bag;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
