package glia.cli.bench;

import glia.core.config.InputException;
import glia.core.config.NearestName;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What can be measured by itself. */
public enum BenchPart {
    /** Event queue and delivery. */
    EVENTS,
    /** The arithmetic of tiles. */
    KERNELS,
    /** Training as a whole. */
    RUNS,
    /** Many chips at once, and large ones. */
    SCALE;

    private String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The names in order. */
    public static List<String> names() {
        return Arrays.stream(values()).map(BenchPart::label).toList();
    }

    /** The parts of some names; all parts, if there is no name. */
    public static Set<BenchPart> named(List<String> names) {
        if (names.isEmpty()) {
            return EnumSet.allOf(BenchPart.class);
        }
        Set<BenchPart> parts = EnumSet.noneOf(BenchPart.class);
        for (String name : names) {
            parts.add(Arrays.stream(values())
                    .filter(part -> part.label().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new InputException("--parts: no part '" + name + "'"
                            + NearestName.hint(name, names()) + "; there are " + String.join(", ", names()))));
        }
        return parts;
    }
}
