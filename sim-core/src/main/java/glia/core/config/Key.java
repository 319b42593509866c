package glia.core.config;

/**
 * One key of a scenario.
 *
 * @param name the name with its sections, such as {@code chip.tile.rows}
 * @param type what it may hold
 * @param standard the value when it is not given, as a user would write it
 * @param description one sentence for people, without a full stop
 * @param trained whether training depends on it: weights, write counts, accuracies, and what is measured of them; of a key that is not,
 *     at most time and cost do
 */
public record Key(String name, ValueType type, String standard, String description, boolean trained) {
    /** A key that training depends on. */
    public Key(String name, ValueType type, String standard, String description) {
        this(name, type, standard, description, true);
    }

    /** The same key, said to change time and cost at most. */
    public Key costOnly() {
        return new Key(name, type, standard, description, false);
    }
}
