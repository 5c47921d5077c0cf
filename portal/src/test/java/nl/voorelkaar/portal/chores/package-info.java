@NullMarked
package nl.voorelkaar.portal.chores;

import org.jspecify.annotations.NullMarked;
