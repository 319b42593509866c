package glia.cli.page;

import glia.cli.report.Quantities;
import java.math.BigDecimal;
import java.util.List;

/**
 * A unit with a prefix that suits the largest of some values.
 *
 * @param symbol with its prefix
 * @param size how many of the plain unit it is
 */
record Unit(String symbol, double size) {
    private static final List<String> PREFIXES = List.of("p", "n", "µ", "m", "", "k", "M", "G", "T");
    /** Prefixes of an area go by millions, not thousands. */
    static final String AREA = "m²";

    /** From so many square metres on, areas are in square millimetres. */
    private static final double LARGE = 1e-7;

    private static final int PLAIN = PREFIXES.indexOf("");

    /** The unit for values up to a largest one. */
    static Unit fitting(double largest, String plain) {
        if (plain.equals(AREA)) {
            return largest >= LARGE ? new Unit("mm²", 1e-6) : new Unit("µm²", 1e-12);
        }
        int prefix = PLAIN;
        double size = 1;
        while (largest > 0 && largest < size && prefix > 0) {
            size /= 1000;
            prefix--;
        }
        while (largest >= 1000 * size && prefix < PREFIXES.size() - 1) {
            size *= 1000;
            prefix++;
        }
        return new Unit(PREFIXES.get(prefix) + plain, size);
    }

    /** A value in this unit. */
    double of(double value) {
        return value / size;
    }

    /** What an axis measures, with this unit. */
    String axis(String quantity) {
        return quantity + ", " + symbol;
    }

    /** A value of a unit with a fitting prefix and four digits. */
    static String text(double value, String plain) {
        return proper(
                plain.equals(AREA)
                        ? Quantities.area(BigDecimal.valueOf(value / 1e-12))
                        : Quantities.scaled(value, plain));
    }

    /** Units as they are printed. */
    static String proper(String ascii) {
        return ascii.replaceAll("\\bu([JsW]|m2)\\b", "µ$1").replaceAll("\\b(µm|mm)2\\b", "$1²");
    }
}
