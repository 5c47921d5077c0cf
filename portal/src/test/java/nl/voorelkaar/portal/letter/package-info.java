@NullMarked
package nl.voorelkaar.portal.letter;

import org.jspecify.annotations.NullMarked;
