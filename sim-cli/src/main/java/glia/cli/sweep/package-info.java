/** Many points of a design space, run one beside the other into one table: axes, points, the folder of a sweep, its shares. */
@NullMarked
package glia.cli.sweep;

import org.jspecify.annotations.NullMarked;
