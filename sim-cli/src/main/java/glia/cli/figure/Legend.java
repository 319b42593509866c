package glia.cli.figure;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The names of a picture's colours, in as many rows as they need. */
final class Legend {
    /** Where it begins, below a heading. */
    static final int TOP = 34;

    private static final int ROW = 18;
    private static final int SWATCH = 22;
    private static final int GAP = 16;

    private final List<String> names;
    private final double left;
    private final double right;

    Legend(List<String> names, double left, double right) {
        this.names = names;
        this.left = left;
        this.right = right;
    }

    /** Its height in pixels. */
    double height() {
        return lay(null);
    }

    /** Draws it. */
    void draw(Svg svg) {
        lay(svg);
    }

    /** Lays the names out and draws them, if there is something to draw on; answers the height. */
    private double lay(@Nullable Svg svg) {
        double x = left;
        double row = 0;
        for (int i = 0; i < names.size(); i++) {
            double width = SWATCH + Svg.width(names.get(i));
            if (x > left && x + width > right) {
                x = left;
                row++;
            }
            double middle = TOP + row * ROW + 8;
            if (svg != null) {
                svg.leaf("rect", "x", x, "y", middle - 5, "width", 14, "height", 8, "class", Palette.fill(i));
                svg.label(names.get(i), x + SWATCH - 3, middle + 3, "");
            }
            x += width + GAP;
        }
        return names.isEmpty() ? 0 : (row + 1) * ROW;
    }
}
