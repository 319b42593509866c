/** Parts that learning rules are made of. */
@NullMarked
package glia.learning.part;

import org.jspecify.annotations.NullMarked;
