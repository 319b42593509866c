package glia.core.config;

/**
 * Where a value was written.
 *
 * @param source a file name, or another name of the place ("--set", "default")
 * @param line line from 1, or 0 where lines mean nothing
 * @param column column from 1, or 0 where columns mean nothing
 */
public record Position(String source, int line, int column) {
    /** A place without lines. */
    public static Position of(String source) {
        return new Position(source, 0, 0);
    }

    /** As file:line:column, or the name alone. */
    @Override
    public String toString() {
        return line == 0 ? source : source + ":" + line + ":" + column;
    }
}
