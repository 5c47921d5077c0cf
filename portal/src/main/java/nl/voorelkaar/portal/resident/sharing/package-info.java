/** Who can see my data: answering requests, giving, pausing, narrowing and stopping access. */
@NullMarked
package nl.voorelkaar.portal.resident.sharing;

import org.jspecify.annotations.NullMarked;
