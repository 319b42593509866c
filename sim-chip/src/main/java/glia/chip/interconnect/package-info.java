/** How messages get from block to block: private wires and the broadcast bus. */
@NullMarked
package glia.chip.interconnect;

import org.jspecify.annotations.NullMarked;
