package glia.cli.sweep;

/**
 * A column of a table.
 *
 * @param name its name
 * @param type what it holds
 */
public record Column(String name, Type type) {
    /** What a column holds; a cell may be empty. */
    public enum Type {
        /** Whole numbers that fit a long. */
        WHOLE,
        /** Decimal numbers. */
        DECIMAL,
        /** Texts. */
        TEXT;

        /** The narrowest type that holds all texts. */
        static Type of(Iterable<String> texts) {
            Type type = WHOLE;
            for (String text : texts) {
                if (type == WHOLE && !text.matches("-?\\d{1,18}")) {
                    type = DECIMAL;
                }
                if (!text.matches("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d{1,3})?")) {
                    return TEXT;
                }
            }
            return type;
        }
    }
}
