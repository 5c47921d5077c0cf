/** The web application that holds the stand-ins, with a start page. */
@NullMarked
package nl.devservices.standin;

import org.jspecify.annotations.NullMarked;
