/** Job arrays of the Slurm workload manager. */
@NullMarked
package glia.cli.slurm;

import org.jspecify.annotations.NullMarked;
