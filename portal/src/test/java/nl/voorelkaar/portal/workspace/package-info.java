@NullMarked
package nl.voorelkaar.portal.workspace;

import org.jspecify.annotations.NullMarked;
