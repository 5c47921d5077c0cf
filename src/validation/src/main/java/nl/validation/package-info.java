/** The judgement of others about a PDF: EU DSS about its signatures, veraPDF about its form. */
@NullMarked
package nl.validation;

import org.jspecify.annotations.NullMarked;
