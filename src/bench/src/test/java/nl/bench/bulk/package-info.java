@NullMarked
package nl.bench.bulk;

import org.jspecify.annotations.NullMarked;
