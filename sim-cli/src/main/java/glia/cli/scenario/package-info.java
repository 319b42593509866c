/** From a scenario file to checked settings and the parts made of them. */
@NullMarked
package glia.cli.scenario;

import org.jspecify.annotations.NullMarked;
