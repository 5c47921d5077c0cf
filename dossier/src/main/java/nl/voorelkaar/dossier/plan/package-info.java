/**
 * The plan that resident and professional make and sign together (DOMAIN §2.2): six items, goals above tasks, the
 * resident's own words, versions, signatures and the time to come back on them.
 * {@link nl.voorelkaar.dossier.plan.Ondersteuningsplan} decides what may happen,
 * {@link nl.voorelkaar.dossier.plan.Plans} takes the steps.
 */
@NamedInterface("plan")
@NullMarked
package nl.voorelkaar.dossier.plan;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
