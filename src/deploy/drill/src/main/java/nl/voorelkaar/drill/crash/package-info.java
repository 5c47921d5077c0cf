/** A thousand kills under load: of database servers, of one of their processes, and of nodes. */
@NullMarked
package nl.voorelkaar.drill.crash;

import org.jspecify.annotations.NullMarked;
