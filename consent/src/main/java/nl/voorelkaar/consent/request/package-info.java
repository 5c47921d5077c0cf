/** Asking a resident for access. */
@NullMarked
package nl.voorelkaar.consent.request;

import org.jspecify.annotations.NullMarked;
