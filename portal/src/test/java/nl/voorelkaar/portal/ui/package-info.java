@NullMarked
package nl.voorelkaar.portal.ui;

import org.jspecify.annotations.NullMarked;
