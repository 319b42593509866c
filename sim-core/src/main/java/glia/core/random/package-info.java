/** Random draws as a pure function of seed, stream and index. */
@NullMarked
package glia.core.random;

import org.jspecify.annotations.NullMarked;
