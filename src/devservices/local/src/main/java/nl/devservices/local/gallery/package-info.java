/** Every template of the house on one page, for who writes, reviews or translates them. */
@NullMarked
package nl.devservices.local.gallery;

import org.jspecify.annotations.NullMarked;
