/** Keeps every mail, SMS and letter that the product sends, instead of sending it. */
@NullMarked
package nl.devservices.mailbox;

import org.jspecify.annotations.NullMarked;
