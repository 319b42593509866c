package glia.chip.device;

/**
 * The exponential curve G(n) = B (1 - e^(-n/A)) + Gmin of MLP+NeuroSim. A train of k pulses takes a cell a share of the way to the
 * asymptote T = Gmin + B: G + (T - G)(1 - e^(∓k/A)), so that no cell needs to know its place on the curve.
 *
 * @param low Gmin
 * @param high Gmax
 * @param potentiation towards Gmax
 * @param depression towards Gmin
 */
record ExponentialCurve(float low, float high, Branch potentiation, Branch depression) implements PulseCurve {
    /**
     * One direction.
     *
     * @param asymptote T
     * @param share 1 - e^(-1/A) of a potentiating pulse, 1 - e^(1/A) of a depressing one
     */
    record Branch(float asymptote, float share) {}

    /**
     * The curve of a number of states and a label in each direction. Where a curve grows steeper all the way, as one up does with a
     * label below 0 and one down with a label above, labels beyond {@link Nonlinearity#STEEPEST} count as it: float cannot tell the
     * states at their start apart.
     */
    static ExponentialCurve of(float low, float high, Pulsing pulsing, double raisingLabel, double loweringLabel) {
        double raising = Nonlinearity.constant(Math.max(-Nonlinearity.STEEPEST, raisingLabel));
        double lowering = Nonlinearity.constant(Math.min(Nonlinearity.STEEPEST, loweringLabel));
        return new ExponentialCurve(
                low,
                high,
                branch(low, high, raising, -1 / (raising * pulsing.potentiationStates())),
                branch(low, high, lowering, 1 / (lowering * pulsing.depressionStates())));
    }

    private static Branch branch(float low, float high, double constant, double exponent) {
        double b = -((double) high - low) / StrictMath.expm1(-1 / constant);
        return new Branch((float) (low + b), (float) -StrictMath.expm1(exponent));
    }

    @Override
    public float after(float stored, int train) {
        Branch branch = train > 0 ? potentiation : depression;
        float moved = stored + (branch.asymptote - stored) * share(branch.share, Math.abs(train));
        return Math.max(low, Math.min(high, moved));
    }

    /** 1 - (1 - share)^count by doubling: shares of m and n pulses in a row add up to s + t - s t. */
    private static float share(float ofOne, int count) {
        float power = ofOne;
        float total = 0f;
        for (int left = count; left > 0; left >>= 1) {
            if ((left & 1) != 0) {
                total = total + power - total * power;
            }
            power = power + power - power * power;
        }
        return total;
    }
}
