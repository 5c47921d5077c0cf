@NullMarked
package nl.voorelkaar.portal.access;

import org.jspecify.annotations.NullMarked;
