@NullMarked
package nl.voorelkaar.portal.workspace.privacy;

import org.jspecify.annotations.NullMarked;
