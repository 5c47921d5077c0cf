@NullMarked
package nl.voorelkaar.bench.measure;

import org.jspecify.annotations.NullMarked;
