package glia.cli.figure;

import java.util.List;

/**
 * Bars side by side in groups, each with its value on top; a value that is no number has no bar. All others lie on the axis.
 *
 * @param title heading
 * @param description what it shows, in a sentence
 * @param groups names below the groups, a word a line
 * @param x what the groups are
 * @param y the vertical axis
 * @param series one a bar of each group; places are not used
 */
public record Bars(String title, String description, List<String> groups, String x, Axis y, List<Series> series)
        implements Figure {
    private static final double FILLED = 0.8;

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
        frame.drawY();
        frame.drawX(x);
        double group = (frame.right() - frame.left()) / groups.size();
        double bar = group * FILLED / series.size();
        for (int g = 0; g < groups.size(); g++) {
            double start = frame.left() + g * group;
            String[] words = groups.get(g).split(" ");
            for (int line = 0; line < words.length; line++) {
                svg.label(words[line], start + group / 2, frame.bottom() + 14 + 12 * line, "small middle");
            }
            for (int s = 0; s < series.size(); s++) {
                draw(svg, frame, series.get(s).y()[g], start + group * (1 - FILLED) / 2 + s * bar, bar, s);
            }
        }
    }

    private void draw(Svg svg, Frame frame, double value, double left, double width, int number) {
        if (!Double.isFinite(value)) {
            return;
        }
        double top = frame.y(value);
        double height = frame.bottom() - top;
        svg.leaf("rect", "x", left, "y", top, "width", width - 1, "height", height, "class", Palette.fill(number));
        svg.label(Scale.shortLabel(value), left + width / 2, top - 4, "small middle");
    }
}
