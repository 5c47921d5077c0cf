@NullMarked
package nl.voorelkaar.consent.desk;

import org.jspecify.annotations.NullMarked;
