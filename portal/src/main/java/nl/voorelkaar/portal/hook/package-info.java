/**
 * Programs that want to hear that something happened: where they hear it, what they have yet to hear, and who tells
 * them (Standard Webhooks 1.0).
 */
@NullMarked
package nl.voorelkaar.portal.hook;

import org.jspecify.annotations.NullMarked;
