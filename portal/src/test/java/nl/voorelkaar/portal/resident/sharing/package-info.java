@NullMarked
package nl.voorelkaar.portal.resident.sharing;

import org.jspecify.annotations.NullMarked;
