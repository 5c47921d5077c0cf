@NullMarked
package nl.voorelkaar.portal.plan;

import org.jspecify.annotations.NullMarked;
