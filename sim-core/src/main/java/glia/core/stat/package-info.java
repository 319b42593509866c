/** Distributions for shown figures. */
@NullMarked
package glia.core.stat;

import org.jspecify.annotations.NullMarked;
