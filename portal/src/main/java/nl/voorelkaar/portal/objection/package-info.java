/** What both faces show of an objection. */
@NullMarked
package nl.voorelkaar.portal.objection;

import org.jspecify.annotations.NullMarked;
