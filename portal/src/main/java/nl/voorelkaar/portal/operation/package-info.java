/**
 * What the operator sees of a running face: health, figures and traces. They say how the product does, never of whom
 * (DESIGN §9, ADR 0033).
 */
@NullMarked
package nl.voorelkaar.portal.operation;

import org.jspecify.annotations.NullMarked;
