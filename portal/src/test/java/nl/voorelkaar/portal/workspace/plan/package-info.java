@NullMarked
package nl.voorelkaar.portal.workspace.plan;

import org.jspecify.annotations.NullMarked;
