/** Prints of a run: what watches deliveries without touching them. */
@NullMarked
package glia.core.trace;

import org.jspecify.annotations.NullMarked;
