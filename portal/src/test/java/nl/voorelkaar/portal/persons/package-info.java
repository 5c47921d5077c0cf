@NullMarked
package nl.voorelkaar.portal.persons;

import org.jspecify.annotations.NullMarked;
