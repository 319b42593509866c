/** The hardware of a chip that learns by perturbation; it knows no learning rule, only the sockets for one. */
@NullMarked
package glia.chip;

import org.jspecify.annotations.NullMarked;
