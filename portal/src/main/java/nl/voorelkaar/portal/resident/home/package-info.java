/** The first page: what to do, who can look, what is new. */
@NullMarked
package nl.voorelkaar.portal.resident.home;

import org.jspecify.annotations.NullMarked;
