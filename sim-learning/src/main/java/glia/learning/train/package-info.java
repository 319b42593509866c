/** Training runs. */
@NullMarked
package glia.learning.train;

import org.jspecify.annotations.NullMarked;
