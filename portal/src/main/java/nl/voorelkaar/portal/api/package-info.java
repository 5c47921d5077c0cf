/**
 * The interface for programs of others, under {@code /api/v1}: the workspace face for care providers and
 * municipalities, the resident face for residents' own. Asks the same services as the screens and holds no rule of its
 * own; names in JSON are Dutch, as the API design rules of the Dutch government ask.
 */
@NullMarked
package nl.voorelkaar.portal.api;

import org.jspecify.annotations.NullMarked;
