package glia.cli.data;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Which data a run wants.
 *
 * @param name the name of the set
 * @param folder where it lies, or the folder that holds its folder; in the cache, if not given
 * @param seed for sets that are drawn, or shuffled to split them
 * @param train how many samples to learn from, the first ones; all, if not given
 * @param test how many to test on
 * @param layout of a CSV file
 */
public record DataRequest(
        String name, Optional<Path> folder, long seed, OptionalInt train, OptionalInt test, CsvReader.Layout layout) {
    /** All of a set in the cache. */
    public static DataRequest of(String name) {
        return new DataRequest(
                name, Optional.empty(), 1, OptionalInt.empty(), OptionalInt.empty(), CsvReader.Layout.STANDARD);
    }
}
