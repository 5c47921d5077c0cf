/** Notices without content: mail now, SMS and letters later. */
@NullMarked
package nl.voorelkaar.portal.notice;

import org.jspecify.annotations.NullMarked;
