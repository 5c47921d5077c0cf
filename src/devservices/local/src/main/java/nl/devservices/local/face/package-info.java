/**
 * What the local environment adds to a face of the packaged product: its clock follows ours, and it does not outlive
 * us.
 */
@NullMarked
package nl.devservices.local.face;

import org.jspecify.annotations.NullMarked;
