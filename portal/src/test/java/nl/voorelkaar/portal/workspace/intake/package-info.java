@NullMarked
package nl.voorelkaar.portal.workspace.intake;

import org.jspecify.annotations.NullMarked;
