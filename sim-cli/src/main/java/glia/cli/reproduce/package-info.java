/** Published results done again on the simulated chip, and the pages that show them beside what was published. */
@NullMarked
package glia.cli.reproduce;

import org.jspecify.annotations.NullMarked;
