/** What the blocks compute: pure, timeless, in the order of the numeric contract. */
@NullMarked
package glia.chip.datapath;

import org.jspecify.annotations.NullMarked;
