/** The resident's plan: making it together, signing it, coming back on it. */
@NullMarked
package nl.voorelkaar.portal.resident.plan;

import org.jspecify.annotations.NullMarked;
