@NullMarked
package nl.bench.measure;

import org.jspecify.annotations.NullMarked;
