package glia.learning.data;

/** The symbols of the ten classes, as strokes in a square from -1 to 1 with y downwards. */
enum GlyphShape {
    RING(Slip.CURVE, arc(360, 12, 0.85, 0.85)),
    CROSS(Slip.CORNER, line(-0.8, -0.8, 0.8, 0.8), line(0.8, -0.8, -0.8, 0.8)),
    TRIANGLE(Slip.CORNER, line(0, -0.9, 0.9, 0.75, -0.9, 0.75, 0, -0.9)),
    WINDOW(Slip.CORNER, line(-0.8, -0.8, 0.8, -0.8, 0.8, 0.8, -0.8, 0.8, -0.8, -0.8), line(-0.8, 0, 0.8, 0)),
    ZIGZAG(Slip.CORNER, line(-0.8, -0.8, 0.8, -0.8, -0.8, 0.8, 0.8, 0.8)),
    SPIRAL(Slip.CURVE, arc(600, 18, 0.05, 0.95)),
    ARROW(Slip.CORNER, line(0, 0.95, 0, -0.9), line(-0.65, -0.2, 0, -0.9, 0.65, -0.2)),
    FORK(Slip.CORNER, line(0, 0.95, 0, 0.1), line(-0.75, -0.9, 0, 0.1, 0.75, -0.9)),
    WAVE(Slip.CURVE, wave(12)),
    HOURGLASS(Slip.CORNER, line(-0.7, -0.85, 0.7, -0.85, -0.7, 0.85, 0.7, 0.85, -0.7, -0.85));

    private static final GlyphShape[] ALL = values();

    private final double slip;
    private final double[][] strokes;

    GlyphShape(double slip, double[]... strokes) {
        this.slip = slip;
        this.strokes = strokes;
    }

    /** The shape of a class. */
    static GlyphShape of(int label) {
        return ALL[label];
    }

    /** The strokes, each x, y, x, y and so on. */
    double[][] strokes() {
        return strokes;
    }

    /** How far off its place a point may be written. */
    double slip() {
        return slip;
    }

    private static double[] line(double... points) {
        return points;
    }

    /** Clockwise from the right, by some degrees in some steps, while the radius changes evenly. */
    private static double[] arc(double degrees, int steps, double fromRadius, double toRadius) {
        double[] points = new double[2 * steps + 2];
        for (int i = 0; i <= steps; i++) {
            double angle = StrictMath.toRadians(degrees * i / steps);
            double radius = fromRadius + (toRadius - fromRadius) * i / steps;
            points[2 * i] = radius * StrictMath.cos(angle);
            points[2 * i + 1] = radius * StrictMath.sin(angle);
        }
        return points;
    }

    private static double[] wave(int steps) {
        double[] points = new double[2 * steps + 2];
        for (int i = 0; i <= steps; i++) {
            double x = 2.0 * i / steps - 1;
            points[2 * i] = x;
            points[2 * i + 1] = 0.6 * StrictMath.sin(StrictMath.PI * x);
        }
        return points;
    }

    /** How far a point may slip: corners more than the close points of a curve. */
    private static final class Slip {
        static final double CORNER = 0.12;
        static final double CURVE = 0.05;
    }
}
