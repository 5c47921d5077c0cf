/** Who the resident's contact is now, and refusing a person. */
@NullMarked
package nl.voorelkaar.portal.resident.handover;

import org.jspecify.annotations.NullMarked;
