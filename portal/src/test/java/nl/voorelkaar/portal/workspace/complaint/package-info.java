@NullMarked
package nl.voorelkaar.portal.workspace.complaint;

import org.jspecify.annotations.NullMarked;
