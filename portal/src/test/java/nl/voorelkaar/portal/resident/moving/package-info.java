@NullMarked
package nl.voorelkaar.portal.resident.moving;

import org.jspecify.annotations.NullMarked;
