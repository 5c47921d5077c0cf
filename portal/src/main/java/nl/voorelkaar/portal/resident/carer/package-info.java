/** Acting for somebody: for whom is in the address of each page, so that two tabs can act for two people. */
@NullMarked
package nl.voorelkaar.portal.resident.carer;

import org.jspecify.annotations.NullMarked;
