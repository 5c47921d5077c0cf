@NullMarked
package nl.voorelkaar.portal.resident;

import org.jspecify.annotations.NullMarked;
