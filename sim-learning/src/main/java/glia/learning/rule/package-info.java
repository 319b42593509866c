/** The learning rules as kits of local behaviours. */
@NullMarked
package glia.learning.rule;

import org.jspecify.annotations.NullMarked;
