package glia.cli.figure;

import java.util.List;

/**
 * Rows of spans along one axis: bars, stacked bars, what follows in time, or how values are spread.
 *
 * @param title heading
 * @param description what it shows, in a sentence
 * @param x the axis
 * @param legend names of the colours, none if they need none
 * @param rows from the top
 */
public record Spans(String title, String description, Axis x, List<String> legend, List<Row> rows) implements Figure {
    private static final int ROW = 20;
    private static final int BAR = 14;
    private static final int BOTTOM = 46;
    private static final int MOST_LETTERS = 34;
    private static final int MARGIN = 14;
    private static final double THINNEST = 1.5;

    /**
     * A row.
     *
     * @param name written before it
     * @param spans none for a heading of the rows below
     * @param value written behind it
     */
    public record Row(String name, List<Span> spans, String value) {
        /** A heading of the rows below. */
        public static Row heading(String name) {
            return new Row(name, List.of(), "");
        }
    }

    /**
     * A span of a row.
     *
     * @param from where it begins on the axis
     * @param to where it ends, not before
     * @param colour number of a series' colour
     * @param height share of the row's height, 0 to 1
     * @param says what it stands for, for who points at it
     */
    public record Span(double from, double to, int colour, double height, String says) {
        /** A span as high as its row. */
        public static Span of(double from, double to, int colour, String says) {
            return new Span(from, to, colour, 1, says);
        }
    }

    @Override
    public int width() {
        return Frame.WIDTH;
    }

    private Legend names() {
        return new Legend(legend, MARGIN, Frame.WIDTH - MARGIN);
    }

    private double top() {
        return Legend.TOP + names().height() + 6;
    }

    private double bottom() {
        return top() + rows.size() * ROW;
    }

    @Override
    public int height() {
        return (int) Math.ceil(bottom()) + BOTTOM;
    }

    private double left() {
        return MARGIN
                + 8
                + rows.stream()
                        .mapToDouble(row -> Svg.width(cut(row.name())))
                        .max()
                        .orElse(0);
    }

    private double right() {
        return Frame.WIDTH
                - MARGIN
                - rows.stream().mapToDouble(row -> Svg.width(row.value())).max().orElse(0)
                - 6;
    }

    private double place(double value) {
        return left() + x.share(value) * (right() - left());
    }

    private static String cut(String name) {
        return name.length() <= MOST_LETTERS ? name : name.substring(0, MOST_LETTERS - 1) + "…";
    }

    @Override
    public void draw(Svg svg) {
        svg.label(title, MARGIN, 22, "head");
        names().draw(svg);
        for (double tick : x.ticks((int) Math.max(2, (right() - left()) / 70))) {
            svg.line(place(tick), top(), place(tick), bottom(), "grid");
            svg.label(Scale.label(tick), place(tick), bottom() + 17, "middle");
        }
        svg.label(x.label(), (left() + right()) / 2, bottom() + 36, "middle");
        for (int i = 0; i < rows.size(); i++) {
            draw(svg, rows.get(i), top() + i * ROW + (ROW - BAR) / 2.0);
        }
        svg.line(left(), top(), left(), bottom(), "axis");
        svg.line(left(), bottom(), right(), bottom(), "axis");
    }

    private void draw(Svg svg, Row row, double y) {
        if (row.spans().isEmpty() && row.value().isEmpty()) {
            svg.label(cut(row.name()), MARGIN, y + 11, "faint");
            return;
        }
        svg.label(cut(row.name()), left() - 8, y + 11, "end");
        for (Span span : row.spans()) {
            double from = place(Math.max(x.from(), span.from()));
            double wide = Math.max(THINNEST, place(span.to()) - from);
            double high = Math.max(1, BAR * span.height());
            String colour = Palette.fill(span.colour());
            svg.mark(
                    "rect",
                    span.says(),
                    "x",
                    from,
                    "y",
                    y + BAR - high,
                    "width",
                    wide,
                    "height",
                    high,
                    "class",
                    colour);
        }
        svg.label(row.value(), Frame.WIDTH - MARGIN, y + 11, "end");
    }
}
