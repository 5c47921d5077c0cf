/** How fast a program opens an entry safely, and what that costs beside reading a row that nobody protects. */
@NullMarked
package nl.bench.opening;

import org.jspecify.annotations.NullMarked;
