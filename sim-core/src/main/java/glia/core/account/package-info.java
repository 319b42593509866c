/** What hardware does and what it costs: exact counts of actions, and the two tables that turn them into cycles and joules. */
@NullMarked
package glia.core.account;

import org.jspecify.annotations.NullMarked;
