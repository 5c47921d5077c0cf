/** Plans in the workspace: making them together, freezing and signing them. */
@NullMarked
package nl.voorelkaar.portal.workspace.plan;

import org.jspecify.annotations.NullMarked;
