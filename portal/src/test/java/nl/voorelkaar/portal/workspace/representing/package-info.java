@NullMarked
package nl.voorelkaar.portal.workspace.representing;

import org.jspecify.annotations.NullMarked;
