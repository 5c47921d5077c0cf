/** Two OpenID Connect providers that stand in for DigiD and for the municipality's own: real tokens, no real login. */
@NullMarked
package nl.devservices.identity;

import org.jspecify.annotations.NullMarked;
