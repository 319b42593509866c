package glia.core.config;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/** A physical dimension with the units in which a value may be written; values are kept in the base unit. */
public enum Dimension {
    /** Cycles per second. */
    FREQUENCY("Hz", "GHz", "1e9", "MHz", "1e6", "kHz", "1e3", "Hz", "1"),
    /** Seconds. */
    TIME("s", "s", "1", "ms", "1e-3", "us", "1e-6", "ns", "1e-9", "ps", "1e-12"),
    /** Picojoules. */
    ENERGY("pJ", "J", "1e12", "uJ", "1e6", "nJ", "1e3", "pJ", "1", "fJ", "1e-3", "aJ", "1e-6"),
    /** Watts. */
    POWER("W", "W", "1", "mW", "1e-3", "uW", "1e-6", "nW", "1e-9", "pW", "1e-12"),
    /** Square micrometres. */
    AREA("um2", "mm2", "1e6", "um2", "1", "nm2", "1e-6"),
    /** Bits. */
    WIDTH("bit", "bit", "1", "byte", "8");

    private static final int MOST_DIGITS = 100;

    private final String base;
    private final Map<String, BigDecimal> units = new LinkedHashMap<>();

    Dimension(String base, String... unitsAndFactors) {
        this.base = base;
        for (int i = 0; i < unitsAndFactors.length; i += 2) {
            units.put(unitsAndFactors[i], new BigDecimal(unitsAndFactors[i + 1]));
        }
    }

    /** The name of the base unit. */
    public String base() {
        return base;
    }

    /** Reads a number and a unit, such as {@code 100 MHz}, into the base unit; says what was expected if it cannot. */
    public BigDecimal parse(String text) {
        String trimmed = text.trim();
        int split = trimmed.length();
        while (split > 0 && isOfUnit(trimmed, split - 1)) {
            split--;
        }
        BigDecimal factor = units.get(trimmed.substring(split));
        if (factor == null) {
            throw new IllegalArgumentException("a number with a unit: " + String.join(", ", units.keySet()));
        }
        try {
            BigDecimal number = new BigDecimal(trimmed.substring(0, split).trim());
            if (number.precision() + Math.abs((long) number.scale()) <= MOST_DIGITS) {
                return number.multiply(factor);
            }
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException("a number before the unit, such as 1 " + base, notANumber);
        }
        throw new IllegalArgumentException("a number of at most " + MOST_DIGITS + " digits before the unit");
    }

    /** Whether a unit may go on at a place from behind: letters, and the exponent that ends an area's. */
    private static boolean isOfUnit(String text, int place) {
        boolean exponent = place == text.length() - 1 && text.endsWith("m2");
        return exponent || Character.isLetter(text.charAt(place));
    }

    /** Writes a value of the base unit with the largest unit that keeps it at 1 or above. */
    public String format(BigDecimal value) {
        String best = units.keySet().stream()
                .filter(unit -> value.abs().compareTo(factor(unit)) >= 0)
                .max((one, other) -> factor(one).compareTo(factor(other)))
                .orElse(base);
        BigDecimal number = value.divide(factor(best)).stripTrailingZeros();
        return number.toPlainString() + " " + best;
    }

    private BigDecimal factor(String unit) {
        BigDecimal factor = units.get(unit);
        if (factor == null) {
            throw new IllegalStateException(unit + " is no unit of " + name());
        }
        return factor;
    }
}
