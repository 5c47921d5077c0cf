/** Questions to experts: who asked whom, and whether the resident said yes. */
@NullMarked
package nl.voorelkaar.consent.consult;

import org.jspecify.annotations.NullMarked;
