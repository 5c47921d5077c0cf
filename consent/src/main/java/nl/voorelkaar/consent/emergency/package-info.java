/** Emergency access: asked, opened for hours, told, and judged afterwards. */
@NullMarked
package nl.voorelkaar.consent.emergency;

import org.jspecify.annotations.NullMarked;
