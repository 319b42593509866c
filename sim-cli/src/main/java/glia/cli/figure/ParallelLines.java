package glia.cli.figure;

import java.util.List;

/**
 * Parallel coordinates (A. Inselberg, The Visual Computer 1, 1985): each thing is a line over vertical axes, one a dimension.
 *
 * @param title heading
 * @param description what it shows, in a sentence
 * @param dimensions the axes from the left, two at least
 * @param legend names of the colours
 * @param lines those drawn first lie below
 */
public record ParallelLines(
        String title, String description, List<Dimension> dimensions, List<String> legend, List<Line> lines)
        implements Figure {
    private static final int SPACE = 150;
    private static final int LEFT = 40;
    private static final int RIGHT = 110;
    private static final int LENGTH = 260;
    private static final int MOST_LETTERS = 22;

    /**
     * An axis.
     *
     * @param label its name
     * @param ticks its ticks
     */
    public record Dimension(String label, List<Tick> ticks) {
        /** An axis of numbers. */
        public static Dimension of(String label, Axis axis) {
            return new Dimension(
                    label,
                    axis.ticks().stream()
                            .map(tick -> new Tick(axis.share(tick), Scale.label(tick)))
                            .toList());
        }
    }

    /**
     * A tick.
     *
     * @param share where it stands, 0 at the bottom and 1 at the top
     * @param label what is written there
     */
    public record Tick(double share, String label) {}

    /**
     * A line.
     *
     * @param shares where it crosses each axis, 0 to 1; not a number where it does not
     * @param colour number of a colour
     * @param says what it stands for
     */
    public record Line(double[] shares, int colour, String says) {}

    @Override
    public int width() {
        return LEFT + (dimensions.size() - 1) * SPACE + RIGHT;
    }

    private double top() {
        return Legend.TOP + names().height() + 34;
    }

    private Legend names() {
        return new Legend(legend, LEFT - 20, Math.max(width(), Frame.WIDTH) - 20);
    }

    @Override
    public int height() {
        return (int) Math.ceil(top()) + LENGTH + 24;
    }

    @Override
    public void draw(Svg svg) {
        svg.label(title, LEFT - 20, 22, "head");
        names().draw(svg);
        lines.forEach(line -> svg.mark("path", line.says(), "d", path(line), "class", classes(line)));
        for (int i = 0; i < dimensions.size(); i++) {
            double x = LEFT + i * SPACE;
            svg.line(x, top(), x, top() + LENGTH, "axis");
            svg.label(cut(dimensions.get(i).label()), x - 20, top() - 14, "small");
            for (Tick tick : dimensions.get(i).ticks()) {
                double y = y(tick.share());
                svg.line(x, y, x + 4, y, "axis");
                svg.label(cut(tick.label()), x + 7, y + 4, "small");
            }
        }
    }

    private static String classes(Line line) {
        return (line.colour() == 0 ? "curve " : "curve spread ") + Palette.stroke(line.colour());
    }

    private static String cut(String name) {
        return name.length() <= MOST_LETTERS ? name : "…" + name.substring(name.length() - MOST_LETTERS + 1);
    }

    private double y(double share) {
        return top() + (1 - share) * LENGTH;
    }

    private String path(Line line) {
        StringBuilder path = new StringBuilder();
        boolean pen = false;
        for (int i = 0; i < line.shares().length; i++) {
            double share = line.shares()[i];
            if (Double.isFinite(share)) {
                path.append(pen ? 'L' : 'M')
                        .append(LEFT + i * SPACE)
                        .append(' ')
                        .append(Svg.number(y(share)));
            }
            pen = Double.isFinite(share);
        }
        return path.toString();
    }
}
