/** Machines that hang, wires that are cut, disks that are full, clocks that jump, keys that are gone. */
@NullMarked
package nl.voorelkaar.drill.faults;

import org.jspecify.annotations.NullMarked;
