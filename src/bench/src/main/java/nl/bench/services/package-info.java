/** The services of the product in the JVM that measures, without pages. */
@NullMarked
package nl.bench.services;

import org.jspecify.annotations.NullMarked;
