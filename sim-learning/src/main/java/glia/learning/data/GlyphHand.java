package glia.learning.data;

import glia.core.random.RandomStream;

/** A hand that writes one symbol in its own way: slant, size, place, pen, slips and grain are drawn from its stream. */
final class GlyphHand {
    private static final int SIDE = Glyphs.SIDE;

    /** Half the side of a symbol of middle size, in pixels. */
    private static final double SIZE = 8.5;

    private static final double STRETCH = 0.22;
    private static final double SHEAR = 0.3;
    private static final double BEND = 0.2;

    /** The greatest turn in radians, and the greatest shift in pixels. */
    private static final double TURN = 0.35;

    private static final double SHIFT = 2.7;

    private static final double PEN_RADIUS = 0.9;
    private static final double PEN_CHANGE = 0.5;

    /** Short strokes that belong to no symbol. */
    private static final int CLUTTER = 2;

    private static final double CLUTTER_LENGTH = 4;

    private static final double INK = 0.85;
    private static final double GRAIN = 0.15;

    private final RandomStream stream;
    private long drawn;

    GlyphHand(RandomStream stream) {
        this.stream = stream;
    }

    /** Writes a symbol on a fresh picture. */
    float[] write(GlyphShape shape) {
        float[] pixels = new float[SIDE * SIDE];
        GlyphPen pen = new GlyphPen(SIDE, pixels, PEN_RADIUS + PEN_CHANGE * spread());
        Warp warp = warp();
        for (double[] stroke : shape.strokes()) {
            trace(pen, warp, stroke, shape.slip());
        }
        clutter(pen);
        grain(pixels);
        return pixels;
    }

    private void trace(GlyphPen pen, Warp warp, double[] stroke, double slip) {
        double lastX = 0;
        double lastY = 0;
        for (int i = 0; i < stroke.length; i += 2) {
            double x = stroke[i] + slip * spread();
            double y = stroke[i + 1] + slip * spread();
            double toX = warp.x(x, y);
            double toY = warp.y(x, y);
            if (i > 0) {
                pen.draw(lastX, lastY, toX, toY);
            }
            lastX = toX;
            lastY = toY;
        }
    }

    private Warp warp() {
        double angle = TURN * spread();
        double cos = StrictMath.cos(angle);
        double sin = StrictMath.sin(angle);
        double size = SIZE * (1 + STRETCH * spread());
        double width = size * (1 + STRETCH * spread());
        double height = size * (1 + STRETCH * spread());
        double shear = SHEAR * spread();
        double bend = BEND * size;
        return new Warp(
                new double[] {width * cos, height * (shear * cos - sin), bend * spread(), bend * spread()},
                new double[] {width * sin, height * (shear * sin + cos), bend * spread(), bend * spread()},
                (SIDE - 1) / 2.0 + SHIFT * spread(),
                (SIDE - 1) / 2.0 + SHIFT * spread());
    }

    private void clutter(GlyphPen pen) {
        for (int i = 0; i < CLUTTER; i++) {
            double x = SIDE * uniform();
            double y = SIDE * uniform();
            pen.draw(x, y, x + CLUTTER_LENGTH * spread(), y + CLUTTER_LENGTH * spread());
        }
    }

    private void grain(float[] pixels) {
        double ink = INK + GRAIN * spread();
        for (int i = 0; i < pixels.length; i++) {
            if (pixels[i] > 0) {
                double level = pixels[i] * (ink + GRAIN * spread());
                pixels[i] = StrictMath.round(255 * Math.min(1, level)) / 255f;
            }
        }
    }

    private double uniform() {
        return stream.uniform(drawn++);
    }

    /** Uniform in [-1, 1). */
    private double spread() {
        return 2 * uniform() - 1;
    }

    /** Where the square of the shape lands on the picture: linear in x and y, and a bend with x * y and squares. */
    private record Warp(double[] across, double[] down, double centreX, double centreY) {
        double x(double x, double y) {
            return centreX + across[0] * x + across[1] * y + across[2] * x * y + across[3] * y * y;
        }

        double y(double x, double y) {
            return centreY + down[0] * x + down[1] * y + down[2] * x * y + down[3] * x * x;
        }
    }
}
