/** The sockets for a learning rule, one for each kind of block. */
@NullMarked
package glia.chip.plasticity;

import org.jspecify.annotations.NullMarked;
