/** The commands of the program. */
@NullMarked
package glia.cli.command;

import org.jspecify.annotations.NullMarked;
