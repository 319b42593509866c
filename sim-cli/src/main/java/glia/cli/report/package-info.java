/** What people read on the terminal. */
@NullMarked
package glia.cli.report;

import org.jspecify.annotations.NullMarked;
