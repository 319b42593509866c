package glia.cli.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A matrix as colours: cold below 0 and warm above, or from light to dark where nothing is below 0; with a bar that says which.
 *
 * @param title heading
 * @param description what it shows, in a sentence
 * @param x what columns are
 * @param y what rows are
 * @param values rows from the top, all of the same length
 * @param largest the size that has the strongest colour
 * @param rowNames names of equal bands of rows, from the top; their number divides the rows
 * @param columnNames names of equal bands of columns
 * @param signed whether values may be below 0
 */
public record HeatMap(
        String title,
        String description,
        String x,
        String y,
        double[][] values,
        double largest,
        List<String> rowNames,
        List<String> columnNames,
        boolean signed)
        implements Figure {
    private static final int LEFT = 84;
    private static final int TOP = 42;
    private static final int PLANE_WIDTH = 480;
    private static final int PLANE_HEIGHT = 300;
    private static final int BAR = 14;
    private static final int SMALLEST_LABEL = 14;

    /** A matrix of values on both sides of 0. */
    public HeatMap(
            String title,
            String description,
            String x,
            String y,
            double[][] values,
            double largest,
            List<String> rowNames,
            List<String> columnNames) {
        this(title, description, x, y, values, largest, rowNames, columnNames, true);
    }

    private String colour(double value) {
        return signed ? Palette.heat(value / largest) : Palette.ramp(value / largest);
    }

    @Override
    public int width() {
        return LEFT + PLANE_WIDTH + 86;
    }

    @Override
    public int height() {
        return TOP + PLANE_HEIGHT + 52;
    }

    @Override
    public void draw(Svg svg) {
        svg.label(title, LEFT, 22, "head");
        cells(svg);
        svg.leaf("rect", "x", LEFT, "y", TOP, "width", PLANE_WIDTH, "height", PLANE_HEIGHT, "class", "axis");
        names(svg);
        bar(svg);
    }

    /** One path a colour, so that large matrices stay small files. */
    private void cells(Svg svg) {
        double w = (double) PLANE_WIDTH / values[0].length;
        double h = (double) PLANE_HEIGHT / values.length;
        Map<String, StringBuilder> paths = new TreeMap<>();
        for (int i = 0; i < values.length; i++) {
            for (int j = 0; j < values[i].length; j++) {
                paths.computeIfAbsent(colour(values[i][j]), colour -> new StringBuilder())
                        .append('M')
                        .append(Svg.number(LEFT + j * w))
                        .append(' ')
                        .append(Svg.number(TOP + i * h))
                        .append('h')
                        .append(Svg.number(w + 0.1))
                        .append('v')
                        .append(Svg.number(h + 0.1))
                        .append('h')
                        .append(Svg.number(-w - 0.1))
                        .append('z');
            }
        }
        paths.forEach((colour, path) -> svg.leaf("path", "d", path, "class", colour));
    }

    private void names(Svg svg) {
        double band = (double) PLANE_HEIGHT / rowNames.size();
        for (int i : shown(rowNames.size(), band)) {
            svg.label(rowNames.get(i), LEFT - 8, TOP + (i + 0.5) * band + 4, "end");
        }
        double column = (double) PLANE_WIDTH / columnNames.size();
        double widest = columnNames.stream().mapToDouble(Svg::width).max().orElse(0);
        for (int j : shown(columnNames.size(), column * SMALLEST_LABEL / (widest + 8))) {
            svg.label(columnNames.get(j), LEFT + (j + 0.5) * column, TOP + PLANE_HEIGHT + 18, "middle");
        }
        svg.label(x, LEFT + PLANE_WIDTH / 2.0, TOP + PLANE_HEIGHT + 40, "middle");
        String place = "translate(16 " + Svg.number(TOP + PLANE_HEIGHT / 2.0) + ") rotate(-90)";
        svg.text("text", y, "transform", place, "class", "middle");
    }

    /** Every so many that their labels do not touch. */
    private static List<Integer> shown(int count, double band) {
        int every = Math.max(1, (int) Math.ceil(SMALLEST_LABEL / band));
        List<Integer> shown = new ArrayList<>();
        for (int i = 0; i < count; i += every) {
            shown.add(i);
        }
        return shown;
    }

    private void bar(Svg svg) {
        int steps = signed ? 2 * Palette.HEAT_STEPS : Palette.RAMP_STEPS;
        double lowest = signed ? -largest : 0;
        double height = PLANE_HEIGHT / (steps + 1.0);
        double left = LEFT + PLANE_WIDTH + 18;
        for (int i = 0; i <= steps; i++) {
            String colour = colour(largest + (lowest - largest) * i / steps);
            svg.leaf("rect", "x", left, "y", TOP + i * height, "width", BAR, "height", height + 0.1, "class", colour);
        }
        double right = left + BAR + 5;
        svg.label(Scale.shortLabel(largest), right, TOP + 10, "");
        if (signed) {
            svg.label("0", right, TOP + PLANE_HEIGHT / 2.0 + 4, "");
        }
        svg.label(Scale.shortLabel(lowest), right, TOP + PLANE_HEIGHT, "");
    }
}
