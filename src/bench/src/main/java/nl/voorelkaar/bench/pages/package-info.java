/** Pages as a browser asks for them. */
@NullMarked
package nl.voorelkaar.bench.pages;

import org.jspecify.annotations.NullMarked;
