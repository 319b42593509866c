/** What a run can watch while it trains: how well its steps agree with the true gradient, and how that changes. Changes nothing of it. */
@NullMarked
package glia.learning.measure;

import org.jspecify.annotations.NullMarked;
