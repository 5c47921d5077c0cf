/** Questions to experts and their answers, with the pages that went along: sealed under a key of each question. */
@NullMarked
@NamedInterface("expert")
package nl.voorelkaar.dossier.expert;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
