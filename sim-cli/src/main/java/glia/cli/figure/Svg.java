package glia.cli.figure;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Writes SVG elements one after the other; numbers have at most two decimals. */
public final class Svg {
    /** The size of letters in pixels, and about how much of it a letter is wide. */
    static final int LETTER = 12;

    private static final double LETTER_WIDTH = 0.58;
    private static final double CAPITAL_WIDTH = 0.72;

    /** What the picture is for. */
    private enum Use {
        /** A file of its own, styled by a sheet. */
        FILE,
        /** A part of a page, whose marks say their values when pointed at. */
        PAGE,
        /** A paper: light, and every element holds its own style. */
        PAPER
    }

    private final StringBuilder out = new StringBuilder();
    private final Use use;

    private Svg(Use use) {
        this.use = use;
    }

    /** A picture that is styled by a sheet. */
    Svg() {
        this(Use.FILE);
    }

    /** A picture within a page. */
    static Svg forPage() {
        return new Svg(Use.PAGE);
    }

    /** A picture that needs no style sheet. */
    static Svg forPaper() {
        return new Svg(Use.PAPER);
    }

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

    /** An element that stands for a value, and says so within a page when it is pointed at. */
    void mark(String element, String says, Object... attributes) {
        if (use == Use.PAGE && !says.isEmpty()) {
            start(element, attributes);
            out.append("><title>").append(escaped(says)).append("</title></");
            out.append(element).append(">\n");
        } else {
            leaf(element, attributes);
        }
    }

    /** Begins what leads to a place within a page; in other pictures, and without a place, it leads nowhere. */
    void openLink(String place) {
        if (use == Use.PAGE && !place.isEmpty()) {
            open("a", "href", place);
        }
    }

    /** Ends what leads to a place. */
    void closeLink(String place) {
        if (use == Use.PAGE && !place.isEmpty()) {
            close("a");
        }
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
            if (use == Use.PAPER && attributes[i].equals("class")) {
                Palette.attributes(element, value.toString()).forEach(this::attribute);
            } else {
                attribute(attributes[i], value);
            }
        }
    }

    private void attribute(Object name, Object value) {
        String written = value instanceof Number number ? number(number.doubleValue()) : escaped(value.toString());
        out.append(' ').append(name).append("=\"").append(written).append('"');
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

    /** A text with what XML and HTML reserve, in content and between double quotes, and without what XML forbids. */
    public static String escaped(String text) {
        return text.replaceAll("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f]", "?")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** About how wide a text is in pixels. */
    static double width(String text) {
        long capitals = text.codePoints().filter(Character::isUpperCase).count();
        long others = text.codePointCount(0, text.length()) - capitals;
        return (capitals * CAPITAL_WIDTH + others * LETTER_WIDTH) * LETTER;
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
