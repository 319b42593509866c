/** What the benchmarks of all modules share. */
package glia.core.bench;
