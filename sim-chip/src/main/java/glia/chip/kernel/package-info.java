/** The loops over the synapses of a tile, each once in plain Java and once for the vector units of the processor, with the same bits. */
@NullMarked
package glia.chip.kernel;

import org.jspecify.annotations.NullMarked;
