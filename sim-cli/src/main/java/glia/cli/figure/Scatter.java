package glia.cli.figure;

import java.util.List;

/**
 * Dots over two axes, each with what it stands for, and a line through some of them.
 *
 * @param title heading
 * @param description what it shows, in a sentence
 * @param x the horizontal axis
 * @param y the vertical axis
 * @param legend names of the colours
 * @param dots those drawn first lie below
 * @param line corners of a line, none if there is none
 */
public record Scatter(
        String title, String description, Axis x, Axis y, List<String> legend, List<Dot> dots, List<Dot> line)
        implements Figure {
    private static final double RADIUS = 4;
    private static final double WHISKER = 4;

    /**
     * A dot.
     *
     * @param x where it stands
     * @param y where it stands
     * @param low lower end of its spread along y
     * @param high upper end
     * @param colour number of a colour
     * @param says what it stands for
     * @param link where a click leads within a page; empty if nowhere
     */
    public record Dot(double x, double y, double low, double high, int colour, String says, String link) {}

    @Override
    public int width() {
        return Frame.WIDTH;
    }

    @Override
    public int height() {
        return Frame.HEIGHT;
    }

    @Override
    public void draw(Svg svg) {
        Frame frame = new Frame(svg, title, legend, y);
        frame.drawX(x);
        frame.drawY();
        StringBuilder path = new StringBuilder();
        for (Dot corner : line) {
            path.append(path.isEmpty() ? "M" : "L").append(Svg.number(frame.x(x, corner.x())));
            path.append(' ').append(Svg.number(frame.y(corner.y())));
        }
        if (!line.isEmpty()) {
            svg.leaf(
                    "path",
                    "d",
                    path,
                    "class",
                    "curve dashed " + Palette.stroke(line.get(0).colour()));
        }
        dots.forEach(dot -> draw(svg, frame, dot));
    }

    private void draw(Svg svg, Frame frame, Dot dot) {
        double px = frame.x(x, dot.x());
        if (dot.high() > dot.low()) {
            String classes = "spread " + Palette.stroke(dot.colour());
            svg.line(px, frame.y(dot.low()), px, frame.y(dot.high()), classes);
            for (double end : new double[] {dot.low(), dot.high()}) {
                svg.line(px - WHISKER, frame.y(end), px + WHISKER, frame.y(end), classes);
            }
        }
        svg.openLink(dot.link());
        svg.mark(
                "circle",
                dot.says(),
                "cx",
                px,
                "cy",
                frame.y(dot.y()),
                "r",
                RADIUS,
                "class",
                Palette.fill(dot.colour()));
        svg.closeLink(dot.link());
    }
}
