@NullMarked
package nl.voorelkaar.portal.workspace.experts;

import org.jspecify.annotations.NullMarked;
