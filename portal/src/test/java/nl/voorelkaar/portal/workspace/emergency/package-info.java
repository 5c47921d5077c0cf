@NullMarked
package nl.voorelkaar.portal.workspace.emergency;

import org.jspecify.annotations.NullMarked;
