@NullMarked
package nl.voorelkaar.consent;

import org.jspecify.annotations.NullMarked;
