/** Saving and loading state: one description of what a part of a run keeps serves both. */
@NullMarked
package glia.core.archive;

import org.jspecify.annotations.NullMarked;
