package glia.cli.figure;

import java.util.ArrayList;
import java.util.List;

/** The plane of a chart: heading, legend, axes with ticks; says where a value stands. */
final class Frame {
    static final int WIDTH = 640;
    static final int HEIGHT = 400;

    private static final int LEFT = 70;
    private static final int RIGHT = 24;
    private static final int BOTTOM = 52;

    private final Svg svg;
    private final Axis y;
    private final double top;

    /** Draws the heading and the legend. */
    Frame(Svg svg, String title, List<String> legend, Axis y) {
        this.svg = svg;
        this.y = y;
        svg.label(title, LEFT, 22, "head");
        Legend names = new Legend(legend, LEFT, WIDTH - RIGHT);
        names.draw(svg);
        top = Legend.TOP + names.height() + 10;
    }

    double left() {
        return LEFT;
    }

    double right() {
        return WIDTH - RIGHT;
    }

    double bottom() {
        return HEIGHT - BOTTOM;
    }

    double x(Axis axis, double value) {
        return left() + axis.share(value) * (right() - left());
    }

    double y(double value) {
        return bottom() - y.share(value) * (bottom() - top);
    }

    /** The y axis with a line across at every tick. */
    void drawY() {
        for (double tick : y.ticks()) {
            svg.line(left(), y(tick), right(), y(tick), "grid");
            svg.label(Scale.label(tick), left() - 8, y(tick) + 4, "end");
        }
        double middle = (top + bottom()) / 2;
        svg.text(
                "text",
                y.label(),
                "transform",
                "translate(16 " + Svg.number(middle) + ") rotate(-90)",
                "class",
                "middle");
        svg.line(left(), top, left(), bottom(), "axis");
        svg.line(left(), bottom(), right(), bottom(), "axis");
    }

    /** The x axis with its ticks. */
    void drawX(Axis axis) {
        List<Double> ticks = new ArrayList<>(axis.ticks());
        for (double tick : ticks) {
            double place = x(axis, tick);
            svg.line(place, top, place, bottom(), "grid");
            svg.label(Scale.label(tick), place, bottom() + 18, "middle");
        }
        drawX(axis.label());
    }

    /** What is written below the x axis. */
    void drawX(String label) {
        svg.label(label, (left() + right()) / 2, HEIGHT - 12, "middle");
    }
}
