package glia.chip.build;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a block without work is spared. */
public enum PowerGating {
    /** Nothing: it leaks and its clock runs all the time. */
    NONE,
    /** Its clock stands still; it leaks all the time. */
    CLOCK,
    /** Its clock stands still, and its supply is off but for what must be kept. */
    POWER;

    /** The names in scenarios. */
    public static List<String> names() {
        return Arrays.stream(values())
                .map(each -> each.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    /** The one of a name. */
    public static PowerGating named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }
}
