package glia.learning.part;

/**
 * The time constants of multiplexed gradient descent, in perturbed passes.
 *
 * @param sample passes for which a sample is shown (τx)
 * @param perturbation passes for which a perturbation stays (τp)
 * @param update passes over which changes are integrated before they are committed (τθ)
 */
public record Periods(int sample, int perturbation, int update) {
    /** The step of the perturbation that is set in a pass. */
    public long step(long pass) {
        return pass / perturbation;
    }

    /** Whether the perturbation of a pass is that of the next one too. */
    public boolean keeps(long pass) {
        return (pass + 1) % perturbation != 0;
    }
}
