/** What a professional types and did not save yet. */
@NullMarked
package nl.voorelkaar.portal.workspace.draft;

import org.jspecify.annotations.NullMarked;
