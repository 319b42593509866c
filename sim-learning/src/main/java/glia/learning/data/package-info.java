/** Data to learn from: labelled samples, their standardisation, and a set that is drawn rather than read. */
@NullMarked
package glia.learning.data;

import org.jspecify.annotations.NullMarked;
