@NullMarked
package nl.voorelkaar.portal.resident.counter;

import org.jspecify.annotations.NullMarked;
