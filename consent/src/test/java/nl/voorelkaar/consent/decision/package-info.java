@NullMarked
package nl.voorelkaar.consent.decision;

import org.jspecify.annotations.NullMarked;
