package glia.cli.figure;

import java.util.List;

/**
 * Figures below each other.
 *
 * @param title what they are together
 * @param figures from the top
 */
public record Panels(String title, List<Figure> figures) implements Figure {
    private static final int GAP = 16;

    @Override
    public int width() {
        return figures.stream().mapToInt(Figure::width).max().orElse(0);
    }

    @Override
    public int height() {
        return figures.stream().mapToInt(each -> each.height() + GAP).sum();
    }

    @Override
    public String description() {
        return String.join(" ", figures.stream().map(Figure::description).toList());
    }

    @Override
    public void draw(Svg svg) {
        int top = 0;
        for (Figure figure : figures) {
            svg.open("g", "transform", "translate(0 " + top + ")");
            figure.draw(svg);
            svg.close("g");
            top += figure.height() + GAP;
        }
    }
}
