/** Signing in and out, who is signed in, sessions, and what every answer of the server must carry. */
@NullMarked
package nl.voorelkaar.portal.access;

import org.jspecify.annotations.NullMarked;
