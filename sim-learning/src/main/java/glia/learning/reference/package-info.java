/** The learning rules once more, as plain loops over whole matrices: what the chips must equal bit by bit. */
@NullMarked
package glia.learning.reference;

import org.jspecify.annotations.NullMarked;
