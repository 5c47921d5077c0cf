@NullMarked
package nl.voorelkaar.consent.tlog;

import org.jspecify.annotations.NullMarked;
