/**
 * Fills dossiers of residents who do not exist, and gives programs access to them. Works inside the resident face of a
 * product that is measured, which alone can say yes for a resident: the benchmark leaves an order in a file and waits.
 */
@NullMarked
package nl.bench.dossiers;

import org.jspecify.annotations.NullMarked;
