/** Benchmarks: which to run, and how their ratios compare with those stored before. */
@NullMarked
package glia.cli.bench;

import org.jspecify.annotations.NullMarked;
