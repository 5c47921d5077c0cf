/** Pages as a browser asks for them. */
@NullMarked
package nl.bench.pages;

import org.jspecify.annotations.NullMarked;
