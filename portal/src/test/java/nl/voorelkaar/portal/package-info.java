@NullMarked
package nl.voorelkaar.portal;

import org.jspecify.annotations.NullMarked;
