/** A timestamp authority (RFC 3161) that tells the time of the local environment. */
@NullMarked
package nl.devservices.timestamp;

import org.jspecify.annotations.NullMarked;
