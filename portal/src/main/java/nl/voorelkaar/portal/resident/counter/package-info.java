/** What leaves on paper for residents who are not online: codes, receipts and the log. */
@NullMarked
package nl.voorelkaar.portal.resident.counter;

import org.jspecify.annotations.NullMarked;
