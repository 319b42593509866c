/** Time, messages and ports: a deterministic discrete-event simulation in integer cycles. */
@NullMarked
package glia.core.event;

import org.jspecify.annotations.NullMarked;
