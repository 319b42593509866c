/** The program: reads a scenario, assembles the parts, runs, reports. */
@NullMarked
package glia.cli;

import org.jspecify.annotations.NullMarked;
