/** How writes spread over the synapses of a run, and how long its cells last: figures, tables, pictures, and the page of them. */
@NullMarked
package glia.cli.endurance;

import org.jspecify.annotations.NullMarked;
