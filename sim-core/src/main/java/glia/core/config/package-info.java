/** Typed settings whose every complaint names file, line, column, key, value and what was expected. */
@NullMarked
package glia.core.config;

import org.jspecify.annotations.NullMarked;
