package glia.cli.figure;

import java.util.List;

/**
 * Lines and points over two axes.
 *
 * @param title heading
 * @param description what it shows, in a sentence
 * @param x the horizontal axis
 * @param y the vertical axis
 * @param series what is drawn, in the order of the legend
 */
public record Chart(String title, String description, Axis x, Axis y, List<Series> series) implements Figure {
    private static final double POINT = 3.5;
    private static final double WHISKER = 4;

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
        Frame frame = new Frame(svg, title, series.stream().map(Series::name).toList(), y);
        frame.drawX(x);
        frame.drawY();
        for (int i = 0; i < series.size(); i++) {
            draw(svg, frame, series.get(i), i);
        }
    }

    private void draw(Svg svg, Frame frame, Series each, int number) {
        if (each.lines()) {
            String dashed = each.mark() == Series.Mark.DASHED ? " dashed" : "";
            svg.leaf("path", "d", path(frame, each), "class", "curve " + Palette.stroke(number) + dashed);
        }
        for (int i = 0; i < each.x().length; i++) {
            if (each.low().length > 0 && Double.isFinite(each.low()[i] + each.high()[i])) {
                whisker(svg, frame, each, i, number);
            }
            if (each.points() && Double.isFinite(each.y()[i])) {
                double px = frame.x(x, each.x()[i]);
                double py = frame.y(each.y()[i]);
                svg.mark("circle", says(each, i), "cx", px, "cy", py, "r", POINT, "class", Palette.fill(number));
            }
        }
    }

    private String says(Series each, int i) {
        return each.name() + ": " + Scale.label(each.y()[i]) + " (" + y.label() + ") at " + Scale.label(each.x()[i])
                + " (" + x.label() + ")";
    }

    private void whisker(Svg svg, Frame frame, Series each, int i, int number) {
        double px = frame.x(x, each.x()[i]);
        String classes = "spread " + Palette.stroke(number);
        for (double end : new double[] {each.low()[i], each.high()[i]}) {
            svg.line(px - WHISKER, frame.y(end), px + WHISKER, frame.y(end), classes);
        }
        svg.line(px, frame.y(each.low()[i]), px, frame.y(each.high()[i]), classes);
    }

    /** The line; it starts anew after a value that is no number. */
    private String path(Frame frame, Series each) {
        StringBuilder path = new StringBuilder();
        boolean pen = false;
        for (int i = 0; i < each.x().length; i++) {
            if (Double.isFinite(each.y()[i])) {
                path.append(pen ? 'L' : 'M')
                        .append(Svg.number(frame.x(x, each.x()[i])))
                        .append(' ')
                        .append(Svg.number(frame.y(each.y()[i])));
            }
            pen = Double.isFinite(each.y()[i]);
        }
        return path.toString();
    }
}
