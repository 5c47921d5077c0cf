/** The plan on a screen: what both faces show of it. Each face has its own pages around these parts. */
@NullMarked
package nl.voorelkaar.portal.plan;

import org.jspecify.annotations.NullMarked;
