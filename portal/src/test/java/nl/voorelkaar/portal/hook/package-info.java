@NullMarked
package nl.voorelkaar.portal.hook;

import org.jspecify.annotations.NullMarked;
