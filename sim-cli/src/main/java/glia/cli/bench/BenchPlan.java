package glia.cli.bench;

import glia.core.config.InputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What to measure.
 *
 * @param parts of the benchmarks
 * @param folder of data sets, each in a folder of its name
 * @param slowly whether to take minutes for steadier figures
 */
public record BenchPlan(Set<BenchPart> parts, Optional<Path> folder, boolean slowly) {
    /** The files that each set is read from, plain or packed with gzip. */
    private static final Map<String, List<String>> FILES = new LinkedHashMap<>();

    static {
        FILES.put("mnist", List.of("train-images-idx3-ubyte", "train-labels-idx1-ubyte"));
        FILES.put("cifar-10", List.of("data_batch_1.bin"));
    }

    /** Checks that a folder, if one is given, holds at least one of the sets, and no set in part. */
    public BenchPlan {
        folder.ifPresent(BenchPlan::check);
    }

    /** The names of the sets in the folder. */
    public Set<String> sets() {
        Set<String> sets = new TreeSet<>();
        folder.ifPresent(given -> FILES.keySet().stream()
                .filter(set -> Files.isDirectory(given.resolve(set)))
                .forEach(sets::add));
        return sets;
    }

    private static void check(Path folder) {
        if (FILES.keySet().stream().noneMatch(set -> Files.isDirectory(folder.resolve(set)))) {
            throw new InputException("--data: " + folder + " holds no folder " + String.join(" or ", FILES.keySet()));
        }
        FILES.forEach((set, files) -> {
            Path present = folder.resolve(set);
            for (String file : Files.isDirectory(present) ? files : List.<String>of()) {
                if (!Files.isRegularFile(present.resolve(file))
                        && !Files.isRegularFile(present.resolve(file + ".gz"))) {
                    throw new InputException(
                            "--data: " + present + " has no file " + file + "; expected it plain or as .gz");
                }
            }
        });
    }
}
