package glia.learning.part;

import glia.chip.datapath.PerturbationElements;
import glia.chip.datapath.SignBits;
import glia.chip.datapath.WeightChange;
import glia.chip.plasticity.LayerSite;
import glia.chip.plasticity.SynapseBehaviour;
import glia.core.random.RandomStream;

/**
 * Perturbs each synapse by ε times the sign of its gradient a_i · δ_j, or with probability (1 - Λ) / 2 by its opposite, and moves
 * back by that in proportion to the update word.
 */
public final class AlignedPerturbation implements SynapseBehaviour {
    private static final long STREAM = 13;

    private final AlignedMgdParameters parameters;
    private final LayerSite site;
    private final long threshold;
    private final float[] rows;
    private final float[] columns;

    /** The part for a block that holds some rows and columns of a layer. */
    public AlignedPerturbation(AlignedMgdParameters parameters, LayerSite site, int rows, int columns) {
        this.parameters = parameters;
        this.site = site;
        threshold = (long) StrictMath.floor((1.0 - parameters.agreement()) / 2 * 0x1p32);
        this.rows = new float[rows];
        this.columns = new float[columns];
    }

    @Override
    public void perturb(long pass, float[] activations, float[] deltas, float scale, PerturbationElements elements) {
        TernarySigns.of(activations, rows);
        TernarySigns.of(deltas, columns);
        RandomStream draws =
                RandomStream.of(parameters.seed(), STREAM).sub(site.layer()).sub(pass);
        SignBits disagreeing = threshold == 0 ? (row, word) -> 0 : (row, word) -> opposite(draws, row, word);
        elements.setSigned(rows, columns, parameters.epsilon(), disagreeing);
    }

    private long opposite(RandomStream draws, int row, int word) {
        long signs = 0;
        int end = Math.min(site.neurons(), (word + 1) * Long.SIZE);
        for (int column = word * Long.SIZE; column < end; column++) {
            long draw = draws.bits((long) row * site.neurons() + column) >>> Integer.SIZE;
            signs |= (draw < threshold ? 1L : 0L) << column;
        }
        return signs;
    }

    /** Activations and bias gradients are compared with 0 where they are loaded; a draw a synapse. */
    @Override
    public Work perturbWork(int ofRows, int ofColumns) {
        return new Work((long) ofRows + ofColumns, 0, threshold == 0 ? 0 : Math.max(1L, ofRows) * ofColumns, ofRows);
    }

    @Override
    public void onCostChange(float update, float[] activations, float[] deltas, float scale, WeightChange change) {
        if (update != 0f) {
            change.addPerturbation(-update);
        }
    }

    /** c · ε, once. */
    @Override
    public Work updateWork(int ofRows, int ofColumns) {
        return new Work(0, 1, 0);
    }
}
