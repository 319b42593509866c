/** From shape and configuration to a chip. */
@NullMarked
package glia.chip.build;

import org.jspecify.annotations.NullMarked;
