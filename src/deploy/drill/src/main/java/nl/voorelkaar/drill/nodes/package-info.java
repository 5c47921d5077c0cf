/** Nodes and databases are killed one at a time, and brought down for an upgrade, while people work. */
@NullMarked
package nl.voorelkaar.drill.nodes;

import org.jspecify.annotations.NullMarked;
