@NullMarked
package nl.voorelkaar.portal.workspace.desk;

import org.jspecify.annotations.NullMarked;
