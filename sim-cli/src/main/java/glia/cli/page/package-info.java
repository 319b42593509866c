/** The report of finished runs as one page of HTML: its sections, their pictures and the data behind these. */
@NullMarked
package glia.cli.page;

import org.jspecify.annotations.NullMarked;
