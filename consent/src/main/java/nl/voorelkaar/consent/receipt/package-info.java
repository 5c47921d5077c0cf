/** The evidence of consent: records with the field names of ISO/IEC TS 27560. */
@NullMarked
package nl.voorelkaar.consent.receipt;

import org.jspecify.annotations.NullMarked;
