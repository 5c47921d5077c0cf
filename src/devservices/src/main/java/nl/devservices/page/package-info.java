/** The frame of the pages of the stand-ins. */
@NullMarked
package nl.devservices.page;

import org.jspecify.annotations.NullMarked;
