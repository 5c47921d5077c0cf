/** Who speaks for a resident by law, as the desk registered it from evidence. */
@NullMarked
package nl.voorelkaar.consent.representation;

import org.jspecify.annotations.NullMarked;
