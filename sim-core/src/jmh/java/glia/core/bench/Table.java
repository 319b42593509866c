package glia.core.bench;

import java.util.List;

/**
 * A table whose rows are measured one after the other.
 *
 * @param titles of the columns
 * @param trials that make the rows
 */
public record Table(List<String> titles, List<Trial> trials) {
    /** The two lines above the rows. */
    public List<String> head() {
        return List.of(row(titles.toArray(String[]::new)), "| --- ".repeat(titles.size()) + "|");
    }

    /** A row of these cells. */
    public static String row(String... cells) {
        return "| " + String.join(" | ", cells) + " |";
    }
}
