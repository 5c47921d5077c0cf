/**
 * Benchmarks of the packaged product on this machine. A figure is a median with its range, beside what the same
 * database does in the same run; a ratio is of pairs that took turns.
 */
@NullMarked
package nl.bench;

import org.jspecify.annotations.NullMarked;
