package glia.core.config;

/**
 * One key of a scenario.
 *
 * @param name the name with its sections, such as {@code chip.tile.rows}
 * @param type what it may hold
 * @param standard the value when it is not given, as a user would write it
 * @param description one sentence for people, without a full stop
 */
public record Key(String name, ValueType type, String standard, String description) {}
