/** Pictures as SVG: lines, points, bars and heat maps with axes and legends. Knows nothing of chips. */
@NullMarked
package glia.cli.figure;

import org.jspecify.annotations.NullMarked;
