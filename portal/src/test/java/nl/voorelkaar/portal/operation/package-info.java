@NullMarked
package nl.voorelkaar.portal.operation;

import org.jspecify.annotations.NullMarked;
