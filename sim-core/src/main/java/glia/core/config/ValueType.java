package glia.core.config;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What a key may hold: how its text is read, and how that is said in one phrase.
 *
 * @param expected the phrase after "expected", such as {@code "a whole number from 1 to 4096"}
 * @param list whether the value is written as a list
 * @param parser from the items as written (one, if not a list) to the value; throws IllegalArgumentException if it cannot
 */
public record ValueType(String expected, boolean list, Function<List<String>, Object> parser) {
    private static ValueType single(String expected, Function<String, Object> parser) {
        return new ValueType(expected, false, items -> parser.apply(items.get(0)));
    }

    /** A whole number in a range. Value: Long. */
    public static ValueType whole(long minimum, long maximum) {
        String expected = maximum == Long.MAX_VALUE
                ? "a whole number of at least " + minimum
                : "a whole number from " + minimum + " to " + maximum;
        return single(expected, text -> wholeIn(text, minimum, maximum, expected));
    }

    private static Long wholeIn(String text, long minimum, long maximum, String expected) {
        try {
            long value = new BigDecimal(text.trim().replaceAll("(?<=\\d)_(?=\\d)", "")).longValueExact();
            if (value >= minimum && value <= maximum) {
                return value;
            }
        } catch (NumberFormatException | ArithmeticException notWhole) {
            throw new IllegalArgumentException(expected, notWhole);
        }
        throw new IllegalArgumentException(expected);
    }

    /** A decimal number in a closed range. Value: Double. */
    public static ValueType decimal(double minimum, double maximum) {
        String expected = "a number from " + plain(minimum) + " to " + plain(maximum);
        return single(expected, text -> {
            try {
                double value = new BigDecimal(text.trim()).doubleValue();
                if (value >= minimum && value <= maximum) {
                    return value;
                }
            } catch (NumberFormatException notANumber) {
                throw new IllegalArgumentException(expected, notANumber);
            }
            throw new IllegalArgumentException(expected);
        });
    }

    private static String plain(double value) {
        String text = BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
        return text.length() <= 8 ? text : String.valueOf(value);
    }

    /** A physical quantity with a unit, in a closed range. Value: BigDecimal in the dimension's base unit. */
    public static ValueType quantity(Dimension dimension, String minimum, String maximum) {
        BigDecimal low = dimension.parse(minimum);
        BigDecimal high = dimension.parse(maximum);
        String expected = "a quantity from " + minimum + " to " + maximum;
        return single(expected, text -> {
            BigDecimal value;
            try {
                value = dimension.parse(text);
            } catch (IllegalArgumentException wrong) {
                throw new IllegalArgumentException(expected + " (" + wrong.getMessage() + ")", wrong);
            }
            if (value.compareTo(low) < 0 || value.compareTo(high) > 0) {
                throw new IllegalArgumentException(expected);
            }
            return value;
        });
    }

    /** One of some words. Value: String. */
    public static ValueType choice(List<String> words) {
        String expected = "one of " + String.join(", ", words);
        return single(expected, text -> {
            if (!words.contains(text)) {
                throw new IllegalArgumentException(expected + NearestName.hint(text, words));
            }
            return text;
        });
    }

    /** Yes or no. Value: Boolean. */
    public static ValueType flag() {
        return single("true or false", text -> switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("true or false");
        });
    }

    /** Any text that is not empty. Value: String. */
    public static ValueType text(String what) {
        return single(what, text -> {
            if (text.isBlank()) {
                throw new IllegalArgumentException(what);
            }
            return text;
        });
    }

    /** A name of letters, digits, dots, dashes and underscores. Value: String. */
    public static ValueType name(String what) {
        String expected = what + " (letters, digits, dots, dashes)";
        return single(expected, text -> {
            if (!text.matches("[\\w.-]+")) {
                throw new IllegalArgumentException(expected);
            }
            return text;
        });
    }

    /** A list of whole numbers. Value: List of Long. */
    public static ValueType wholeList(int minimumSize, long minimum, long maximum) {
        String each = "whole numbers from " + minimum + " to " + maximum;
        String expected = "a list of at least " + minimumSize + " " + each + ", such as [784, 64, 10]";
        return new ValueType(expected, true, items -> {
            if (items.size() < minimumSize) {
                throw new IllegalArgumentException(expected);
            }
            List<Long> values = new ArrayList<>();
            items.forEach(item -> values.add(wholeIn(item, minimum, maximum, expected)));
            return List.copyOf(values);
        });
    }

    /** Either a word that stands for "not given", or a value of another type. Value: String or the other's. */
    public static ValueType or(String word, ValueType other) {
        return new ValueType(word + " or " + other.expected(), other.list(), items -> {
            if (items.equals(List.of(word))) {
                return word;
            }
            try {
                return other.parser().apply(items);
            } catch (IllegalArgumentException wrong) {
                throw new IllegalArgumentException(word + " or " + wrong.getMessage(), wrong);
            }
        });
    }
}
