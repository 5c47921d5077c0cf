/** The smallest application in which consent runs: two faces by turns in one process, on a real PostgreSQL. */
@NullMarked
package nl.voorelkaar;

import org.jspecify.annotations.NullMarked;
