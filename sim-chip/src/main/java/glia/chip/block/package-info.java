/** The hardware blocks. */
@NullMarked
package glia.chip.block;

import org.jspecify.annotations.NullMarked;
