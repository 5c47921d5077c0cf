/** Notices without content: by mail, by text message, and the post that letters go with. */
@NullMarked
package nl.voorelkaar.portal.notice;

import org.jspecify.annotations.NullMarked;
