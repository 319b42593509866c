/** What the results of a sweep say about its designs: which are not beaten, and which axis matters how much. */
@NullMarked
package glia.cli.explore;

import org.jspecify.annotations.NullMarked;
