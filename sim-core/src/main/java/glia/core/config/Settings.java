package glia.core.config;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The values of a scenario, read and checked key by key. Every complaint names the place, the key, the value and what was
 * expected.
 */
public final class Settings {
    private final Map<String, Key> keys = new LinkedHashMap<>();
    private final Map<String, Written> written = new LinkedHashMap<>();
    private final Map<String, Object> values = new LinkedHashMap<>();

    /** Reads what was written under the given keys; a key that does not exist is refused with the nearest one. */
    public Settings(List<Key> known, Map<String, Written> given) {
        known.forEach(key -> keys.put(key.name(), key));
        given.forEach((name, value) -> {
            if (!keys.containsKey(name) && !isEmptySection(name, value)) {
                if (isSection(name)) {
                    throw new InputException(value.position(), name + " is a section; expected keys with values in it");
                }
                throw new InputException(
                        value.keyPosition(), "unknown key " + name + NearestName.hint(name, keys.keySet()));
            }
        });
        for (Key key : known) {
            Written value =
                    given.getOrDefault(key.name(), Written.of(key.standard(), Position.of("default of " + key.name())));
            written.put(key.name(), value);
            values.put(key.name(), parse(key, value));
        }
    }

    /** The same values, but for some keys. */
    public Settings with(Map<String, String> replaced) {
        Map<String, Written> given = new LinkedHashMap<>(written);
        replaced.forEach((name, value) -> given.put(name, Written.of(value, position(name))));
        return new Settings(keys(), given);
    }

    /** A section whose keys are all left out holds nothing. */
    private boolean isEmptySection(String name, Written value) {
        return !value.list() && value.toString().isEmpty() && isSection(name);
    }

    private boolean isSection(String name) {
        return keys.keySet().stream().anyMatch(key -> key.startsWith(name + "."));
    }

    private static Object parse(Key key, Written value) {
        if (value.list() && !key.type().list()) {
            throw complaint(key.name(), value, key.type().expected());
        }
        try {
            return key.type().parser().apply(value.items());
        } catch (IllegalArgumentException wrong) {
            throw complaint(key.name(), value, String.valueOf(wrong.getMessage()));
        }
    }

    private static InputException complaint(String name, Written value, String expected) {
        return new InputException(value.position(), name + " is " + value + "; expected " + expected);
    }

    /** A complaint about the value of a key that only shows beside others. */
    public InputException complaint(String name, String expected) {
        return complaint(name, writtenAt(name), expected);
    }

    /** Where the value of a key was written. */
    public Position position(String name) {
        return writtenAt(name).position();
    }

    /** The keys in order. */
    public List<Key> keys() {
        return new ArrayList<>(keys.values());
    }

    /** The value of a key as it was written. */
    public String text(String name) {
        return writtenAt(name).toString();
    }

    /** A whole number that fits an int. */
    public int integer(String name) {
        return Math.toIntExact(whole(name));
    }

    /** A whole number. */
    public long whole(String name) {
        return value(name, Long.class);
    }

    /** A decimal number. */
    public double decimal(String name) {
        return value(name, Double.class);
    }

    /** A quantity in its base unit. */
    public BigDecimal quantity(String name) {
        return value(name, BigDecimal.class);
    }

    /** A word or a text. */
    public String word(String name) {
        return value(name, String.class);
    }

    /** Yes or no. */
    public boolean flag(String name) {
        return value(name, Boolean.class);
    }

    /** A list of whole numbers that fit ints. */
    public int[] integers(String name) {
        List<?> list = value(name, List.class);
        return list.stream().mapToInt(item -> Math.toIntExact((Long) item)).toArray();
    }

    /** A list of things of some kind. */
    public <T> List<T> list(String name, Class<T> kind) {
        List<?> list = value(name, List.class);
        return list.stream().<T>map(kind::cast).toList();
    }

    /** Whether an optional key holds the word that stands for "not given". */
    public boolean isWord(String name, String word) {
        return word.equals(values.get(name));
    }

    /** Whether the value of a key was written as a list. */
    public boolean isList(String name) {
        return writtenAt(name).list();
    }

    private Written writtenAt(String name) {
        Written value = written.get(name);
        if (value == null) {
            throw new IllegalStateException("there is no key " + name);
        }
        return value;
    }

    private <T> T value(String name, Class<T> type) {
        Object value = values.get(name);
        if (!type.isInstance(value)) {
            throw new IllegalStateException("the key " + name + " holds " + value + ", not a " + type.getSimpleName());
        }
        return type.cast(value);
    }
}
