/** Traces of a run in formats that other tools read. */
@NullMarked
package glia.cli.trace;

import org.jspecify.annotations.NullMarked;
