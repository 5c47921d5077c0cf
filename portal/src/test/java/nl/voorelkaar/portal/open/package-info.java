@NullMarked
package nl.voorelkaar.portal.open;

import org.jspecify.annotations.NullMarked;
