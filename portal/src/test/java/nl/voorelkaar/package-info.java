@NullMarked
package nl.voorelkaar;

import org.jspecify.annotations.NullMarked;
