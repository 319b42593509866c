/** Runs of designs that differ in time and cost alone, from one training. */
@NullMarked
package glia.cli.retime;

import org.jspecify.annotations.NullMarked;
