/** The proof that a log is whole: to take along, to keep a code of, and what is published for everybody. */
@NullMarked
package nl.voorelkaar.portal.resident.proof;

import org.jspecify.annotations.NullMarked;
