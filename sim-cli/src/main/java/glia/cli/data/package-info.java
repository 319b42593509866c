/** Data from files: reading them, finding them on this machine, fetching them from their homes. */
@NullMarked
package glia.cli.data;

import org.jspecify.annotations.NullMarked;
