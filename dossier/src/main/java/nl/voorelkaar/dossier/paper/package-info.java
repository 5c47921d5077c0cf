/**
 * What the house puts on paper: letters, plans and proofs as PDF/A-3a and PDF/UA-1.
 * {@link nl.voorelkaar.dossier.paper.Paper} is what is said, {@link nl.voorelkaar.dossier.paper.Papers} how it looks,
 * {@link nl.voorelkaar.dossier.paper.Wording} the one template system for screen, notice and letter. Nothing here asks
 * the network or the clock.
 */
@NamedInterface("paper")
@NullMarked
package nl.voorelkaar.dossier.paper;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
