@NullMarked
package nl.voorelkaar.portal.workspace.objection;

import org.jspecify.annotations.NullMarked;
