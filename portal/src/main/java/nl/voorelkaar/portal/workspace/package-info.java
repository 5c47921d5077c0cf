/**
 * The workspace face: /werkplek, for professionals with many households. Shows what consent and the law open, and
 * nothing else; holds no rule of its own.
 */
@NullMarked
package nl.voorelkaar.portal.workspace;

import org.jspecify.annotations.NullMarked;
