/** Training runs with their files. */
@NullMarked
package glia.cli.run;

import org.jspecify.annotations.NullMarked;
