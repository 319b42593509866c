/** Memory cells. */
@NullMarked
package glia.chip.device;

import org.jspecify.annotations.NullMarked;
