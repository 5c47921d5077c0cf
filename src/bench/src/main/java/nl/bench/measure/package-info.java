/** What every benchmark needs: the packaged product, a pace, its database's own limit, and the report. */
@NullMarked
package nl.bench.measure;

import org.jspecify.annotations.NullMarked;
