@NullMarked
package nl.voorelkaar.portal.notice;

import org.jspecify.annotations.NullMarked;
