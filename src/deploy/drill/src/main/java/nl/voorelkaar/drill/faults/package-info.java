/**
 * Machines that hang, wires that are cut, disks that are full, clocks that jump, keys that are gone; and many kills.
 */
@NullMarked
package nl.voorelkaar.drill.faults;

import org.jspecify.annotations.NullMarked;
