package glia.cli.figure;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Writes SVG elements one after the other; numbers have at most two decimals. */
public final class Svg {
    /** The size of letters in pixels, and about how much of it a letter is wide. */
    static final int LETTER = 12;

    private static final double LETTER_WIDTH = 0.58;

    private final StringBuilder out = new StringBuilder();

    /** Opens an element; attributes are names and values by turns. */
    void open(String element, Object... attributes) {
        start(element, attributes);
        out.append(">\n");
    }

    /** Closes an element. */
    void close(String element) {
        out.append("</").append(element).append(">\n");
    }

    /** An element without content. */
    void leaf(String element, Object... attributes) {
        start(element, attributes);
        out.append("/>\n");
    }

    /** An element that holds a text. */
    void text(String element, String text, Object... attributes) {
        start(element, attributes);
        out.append('>').append(escaped(text)).append("</").append(element).append(">\n");
    }

    /** A label at a place. */
    void label(String text, double x, double y, String classes) {
        text("text", text, "x", x, "y", y, "class", classes);
    }

    /** A straight line. */
    void line(double x1, double y1, double x2, double y2, String classes) {
        leaf("line", "x1", x1, "y1", y1, "x2", x2, "y2", y2, "class", classes);
    }

    /** A style sheet, as it is. */
    void style(String sheet) {
        out.append("<style>\n").append(sheet).append("</style>\n");
    }

    private void start(String element, Object... attributes) {
        out.append('<').append(element);
        for (int i = 0; i < attributes.length; i += 2) {
            Object value = attributes[i + 1];
            String written = value instanceof Number number ? number(number.doubleValue()) : escaped(value.toString());
            out.append(' ').append(attributes[i]).append("=\"").append(written).append('"');
        }
    }

    /** A number with at most two decimals and no trailing zeros. */
    static String number(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(value + " has no place in a picture");
        }
        String plain = BigDecimal.valueOf(value)
                .setScale(2, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
        return plain.equals("-0") ? "0" : plain;
    }

    /** A text with what XML reserves, and without what it forbids. */
    static String escaped(String text) {
        return text.replaceAll("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f]", "?")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** About how wide a text is in pixels. */
    static double width(String text) {
        return text.codePointCount(0, text.length()) * LETTER * LETTER_WIDTH;
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
