@NullMarked
package nl.voorelkaar.consent.limit;

import org.jspecify.annotations.NullMarked;
