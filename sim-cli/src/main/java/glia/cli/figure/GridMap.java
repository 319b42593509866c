package glia.cli.figure;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Things on a grid, one a cell, coloured by what they are or by a share of the most; what joins them lies below.
 *
 * @param title heading
 * @param description what it shows, in a sentence
 * @param columns of the grid
 * @param rows of the grid
 * @param cells what stands on it
 * @param lines what joins them
 * @param bands what belongs to no cell, drawn as wide as the grid below it; their places are not used
 * @param key what the colours mean
 */
public record GridMap(
        String title,
        String description,
        int columns,
        int rows,
        List<Cell> cells,
        List<Line> lines,
        List<Cell> bands,
        Key key)
        implements Figure {
    private static final int MARGIN = 14;
    private static final int WIDEST = 104;
    private static final int BAND = 24;
    private static final int FOOT = 16;
    private static final double FILLED = 0.8;
    private static final int SMALLEST_LABELLED = 60;
    private static final int LETTERS_HIGH = 12;
    /** From so many cells on they are drawn a colour at a time, so that large grids stay small files. */
    private static final int MANY = 4_000;

    /** How a cell is drawn. */
    public enum Shape {
        /** A square. */
        SQUARE,
        /** A circle. */
        ROUND,
        /** A hexagon. */
        HEXAGON
    }

    /**
     * What stands on a cell.
     *
     * @param x column, from 0
     * @param y row, from 0
     * @param shape how it is drawn
     * @param colour number of its colour, where colours say what things are
     * @param share of the most, 0 to 1, where colours say that; not a number if it has none
     * @param labels lines written on it, where there is room
     * @param says what it stands for, for who points at it
     */
    public record Cell(int x, int y, Shape shape, int colour, double share, List<String> labels, String says) {}

    /**
     * A line between two places in units of cells, from the upper left corner of the grid.
     *
     * @param x1 column of its beginning
     * @param y1 row of its beginning
     * @param x2 column of its end
     * @param y2 row of its end
     */
    public record Line(double x1, double y1, double x2, double y2) {}

    /**
     * What colours mean.
     *
     * @param names of the colours, where they say what things are
     * @param most what the strongest colour stands for, with its unit; empty where colours say what things are
     */
    public record Key(List<String> names, String most) {
        boolean isRamp() {
            return !most.isEmpty();
        }
    }

    @Override
    public int width() {
        return Frame.WIDTH;
    }

    private double pitch() {
        return Math.min(WIDEST, (Frame.WIDTH - 2.0 * MARGIN) / columns);
    }

    private double left() {
        return (Frame.WIDTH - pitch() * columns) / 2;
    }

    private Legend legend() {
        return new Legend(key.names(), MARGIN, Frame.WIDTH - MARGIN);
    }

    private double top() {
        return Legend.TOP + (key.isRamp() ? 22 : legend().height()) + 6;
    }

    @Override
    public int height() {
        return (int) Math.ceil(top() + rows * pitch() + bands.size() * BAND) + FOOT;
    }

    @Override
    public void draw(Svg svg) {
        svg.label(title, MARGIN, 22, "head");
        if (key.isRamp()) {
            ramp(svg);
        } else {
            legend().draw(svg);
        }
        lines(svg);
        if (cells.size() < MANY) {
            cells.forEach(cell -> draw(svg, cell));
        } else {
            paths(svg);
        }
        for (int i = 0; i < bands.size(); i++) {
            band(svg, bands.get(i), top() + rows * pitch() + i * BAND + 4);
        }
    }

    private void ramp(Svg svg) {
        svg.label("0", MARGIN, Legend.TOP + 12, "");
        for (int i = 0; i <= Palette.RAMP_STEPS; i++) {
            String colour = Palette.ramp((double) i / Palette.RAMP_STEPS);
            svg.leaf(
                    "rect",
                    "x",
                    MARGIN + 12 + 16 * i,
                    "y",
                    Legend.TOP + 2,
                    "width",
                    16.2,
                    "height",
                    12,
                    "class",
                    colour);
        }
        svg.label(key.most(), MARGIN + 18 + 16 * (Palette.RAMP_STEPS + 1), Legend.TOP + 12, "");
    }

    private double px(double x) {
        return left() + x * pitch();
    }

    private double py(double y) {
        return top() + y * pitch();
    }

    private void lines(Svg svg) {
        StringBuilder path = new StringBuilder();
        for (Line line : lines) {
            path.append('M').append(place(px(line.x1()), py(line.y1())));
            path.append('L').append(place(px(line.x2()), py(line.y2())));
        }
        if (path.length() > 0) {
            svg.leaf("path", "d", path, "class", "link");
        }
    }

    private static String place(double x, double y) {
        return Svg.number(x) + " " + Svg.number(y);
    }

    private String colour(Cell cell) {
        if (!key.isRamp()) {
            return Palette.fill(cell.colour()) + " " + Palette.stroke(cell.colour()) + " tint outline";
        }
        return Double.isFinite(cell.share()) ? Palette.ramp(cell.share()) : "blank";
    }

    private void draw(Svg svg, Cell cell) {
        double half = pitch() * FILLED / 2;
        double x = px(cell.x() + 0.5);
        double y = py(cell.y() + 0.5);
        if (!key.isRamp()) {
            svg.leaf("path", "d", outline(cell.shape(), x, y, half), "class", "paper");
        }
        svg.mark("path", cell.says(), "d", outline(cell.shape(), x, y, half), "class", colour(cell));
        if (pitch() >= SMALLEST_LABELLED) {
            labels(svg, cell, x, y);
        }
    }

    private void labels(Svg svg, Cell cell, double x, double y) {
        String letters = "small middle" + (key.isRamp() && Palette.isStrong(cell.share()) ? " strong" : "");
        double first = y + 4 - (cell.labels().size() - 1) * LETTERS_HIGH / 2.0;
        for (int i = 0; i < cell.labels().size(); i++) {
            svg.label(cell.labels().get(i), x, first + i * LETTERS_HIGH, letters);
        }
    }

    private static String outline(Shape shape, double x, double y, double half) {
        String size = Svg.number(half);
        String both = Svg.number(2 * half);
        return switch (shape) {
            case SQUARE -> "M" + place(x - half, y - half) + "h" + both + "v" + both + "h-" + both + "z";
            case ROUND ->
                "M" + place(x - half, y) + "a" + size + " " + size + " 0 1 0 " + both + " 0a" + size + " " + size
                        + " 0 1 0 -" + both + " 0z";
            case HEXAGON ->
                "M" + place(x - half * 1.1, y) + "L" + place(x - half * 0.7, y - half) + "H"
                        + Svg.number(x + half * 0.7)
                        + "L" + place(x + half * 1.1, y) + "L" + place(x + half * 0.7, y + half) + "H"
                        + Svg.number(x - half * 0.7) + "z";
        };
    }

    /** One path a colour. */
    private void paths(Svg svg) {
        double half = pitch() * FILLED / 2;
        Map<String, StringBuilder> paths = new TreeMap<>();
        for (Cell cell : cells) {
            paths.computeIfAbsent(colour(cell), colour -> new StringBuilder())
                    .append(outline(cell.shape(), px(cell.x() + 0.5), py(cell.y() + 0.5), half));
        }
        paths.forEach((colour, path) -> svg.leaf("path", "d", path, "class", colour));
    }

    private void band(Svg svg, Cell band, double y) {
        double wide = pitch() * columns;
        svg.mark("rect", band.says(), "x", left(), "y", y, "width", wide, "height", BAND - 6, "class", colour(band));
        String letters = "small middle" + (key.isRamp() && Palette.isStrong(band.share()) ? " strong" : "");
        svg.label(String.join(" ", band.labels()), left() + wide / 2, y + 13, letters);
    }
}
