package glia.cli.figure;

import java.util.List;

/**
 * How many things fall into each bin: bars without gaps on a logarithmic axis, each with its number on top where there is room.
 *
 * @param title heading
 * @param description what it shows, in a sentence
 * @param x what the bins are bins of
 * @param y what is counted
 * @param bins what is written below each bar
 * @param counts of each bin
 */
public record Histogram(String title, String description, String x, String y, List<String> bins, long[] counts)
        implements Figure {
    private static final double FLOOR = 0.5;
    private static final double SMALL = 10.0 / Svg.LETTER;

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
        double most = FLOOR;
        for (long count : counts) {
            most = Math.max(most, (double) count);
        }
        Axis axis = new Axis(y, Scale.LOG, FLOOR, Math.max(10, 2 * most));
        Frame frame = new Frame(svg, title, List.of(), axis);
        frame.drawY();
        frame.drawX(x);
        double band = (frame.right() - frame.left()) / bins.size();
        double widest = bins.stream().mapToDouble(Svg::width).max().orElse(0) * SMALL;
        int every = Math.max(1, (int) Math.ceil((widest + 2) / band));
        for (int bin = 0; bin < counts.length; bin++) {
            double left = frame.left() + bin * band;
            if (bin % every == 0) {
                svg.label(bins.get(bin), left + band / 2, frame.bottom() + 14, "small middle");
            }
            if (counts[bin] > 0) {
                bar(svg, frame, (double) counts[bin], left, band);
            }
        }
    }

    private static void bar(Svg svg, Frame frame, double count, double left, double band) {
        double top = frame.y(count);
        svg.leaf(
                "rect",
                "x",
                left + 1,
                "y",
                top,
                "width",
                band - 1,
                "height",
                frame.bottom() - top,
                "class",
                Palette.fill(0));
        String label = Scale.shortLabel(count);
        if (Svg.width(label) * SMALL <= band) {
            svg.label(label, left + band / 2, top - 4, "small middle");
        }
    }
}
