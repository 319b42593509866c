package glia.chip.device;

/**
 * The constant A of a curve x(p) = (1 - e^(-p/A)) / (1 - e^(-1/A)) of normalised conductance against normalised pulse number, from
 * the non-linearity label that NeuroSim gives it: the curve's largest distance from the straight line, max x(p) - p, is 0.07·√2
 * times the label.
 *
 * <p>Chen, Peng and Yu, "NeuroSim: a circuit-level macro model", IEEE TCAD 37(12), 2018; manual of MLP+NeuroSim V3.0, whose table of A
 * for labels from 0.01 to 9 this equation gives back (tested at nine). Labels are taken to the nearest hundredth as there, and the
 * smallest one, 0.01, stands for a straight line.
 */
final class Nonlinearity {
    /** The largest label. */
    static final double LARGEST = 9;

    /** The largest label of a curve that grows steeper all the way. */
    static final double STEEPEST = 5;

    private static final double DISTANCE = 0.07 * StrictMath.sqrt(2);
    private static final int STEPS = 100;
    private static final int HALVINGS = 60;
    private static final double[] CONSTANTS = new double[(int) (LARGEST * STEPS) + 1];

    static {
        for (int step = 1; step < CONSTANTS.length; step++) {
            CONSTANTS[step] = solve(DISTANCE * step / STEPS);
        }
    }

    private Nonlinearity() {}

    /** A, with the sign of the label; labels beyond the largest count as it. */
    static double constant(double label) {
        long step = Math.round(Math.min(LARGEST, Math.abs(label)) * STEPS);
        double constant = CONSTANTS[(int) Math.max(1, step)];
        return label < 0 ? -constant : constant;
    }

    private static double solve(double distance) {
        double low = 0.001;
        double high = 1000;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = StrictMath.sqrt(low * high);
            if (distance(middle) > distance) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** max x(p) - p, where the slope of x is 1. */
    private static double distance(double a) {
        double b = -1 / StrictMath.expm1(-1 / a);
        double p = a * StrictMath.log(b / a);
        return -b * StrictMath.expm1(-p / a) - p;
    }
}
