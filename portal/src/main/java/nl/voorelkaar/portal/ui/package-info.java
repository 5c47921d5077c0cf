/** Own components, from semantic HTML after NL Design System patterns, and the theme. */
@NullMarked
package nl.voorelkaar.portal.ui;

import org.jspecify.annotations.NullMarked;
