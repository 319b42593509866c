/** What travels on the chip, one record a kind. */
@NullMarked
package glia.chip.message;

import org.jspecify.annotations.NullMarked;
