/**
 * The register of persons (BRP), asked each time and kept nowhere: where a letter goes, whose address is secret, who
 * has gezag.
 */
@NullMarked
package nl.voorelkaar.portal.persons;

import org.jspecify.annotations.NullMarked;
