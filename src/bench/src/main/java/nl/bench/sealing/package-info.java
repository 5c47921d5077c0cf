/** Whether the log is sealed as fast as it grows. */
@NullMarked
package nl.bench.sealing;

import org.jspecify.annotations.NullMarked;
