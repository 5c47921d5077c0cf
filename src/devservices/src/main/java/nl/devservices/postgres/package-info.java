/** A real PostgreSQL 18 for tests and for the local environment. */
@NullMarked
package nl.devservices.postgres;

import org.jspecify.annotations.NullMarked;
