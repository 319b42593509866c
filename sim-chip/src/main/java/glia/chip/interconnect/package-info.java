/** How messages get from block to block: private wires, networks of shared links, and the broadcast of single words. */
@NullMarked
package glia.chip.interconnect;

import org.jspecify.annotations.NullMarked;
