package glia.learning.part;

import glia.chip.datapath.PerturbationElements;
import glia.chip.datapath.SignBits;
import glia.chip.datapath.WeightChange;
import glia.chip.plasticity.LayerSite;
import glia.chip.plasticity.SynapseBehaviour;
import java.util.Arrays;

/**
 * Perturbs the synapses of a tile, or the biases of a layer, by a pattern that depends on nothing but their numbers and the step,
 * and moves back by it in proportion to the update word.
 */
public final class UndirectedPerturbation implements SynapseBehaviour {
    private final UndirectedMgdParameters parameters;
    private final LayerSite site;
    private final int firstRow;
    private final int firstColumn;
    private final float[] rows;
    private final float[] columns;
    private final Sinusoids sinusoids;

    /** The part for a block that holds some rows and columns of a layer; the biases are one row behind the inputs. */
    public UndirectedPerturbation(
            UndirectedMgdParameters parameters,
            Sinusoids sinusoids,
            LayerSite site,
            int firstRow,
            int rows,
            int firstColumn,
            int columns) {
        this.parameters = parameters;
        this.sinusoids = sinusoids;
        this.site = site;
        this.firstRow = firstRow;
        this.firstColumn = firstColumn;
        this.rows = new float[rows];
        this.columns = new float[columns];
    }

    @Override
    public boolean takesPart(long pass) {
        return !parameters.layerByLayer() || parameters.periods().step(pass) % site.layers() == site.layer();
    }

    @Override
    public boolean keepsElements(long pass) {
        return parameters.periods().keeps(pass);
    }

    @Override
    public void perturb(long pass, float[] activations, float[] deltas, float scale, PerturbationElements elements) {
        long step = parameters.periods().step(pass);
        switch (parameters.pattern()) {
            case SINUSOID -> elements.setDense((row, column) -> sinusoids.value(site, row, column, step));
            case SEQUENTIAL -> {
                one(step % site.parameters());
                elements.setRankOne(rows, columns, parameters.epsilon());
            }
            case WALSH -> setSigned(elements, new WalshSigns(site, step));
            case BERNOULLI ->
                setSigned(elements, BernoulliSigns.of(parameters.seed(), site.layer(), site.neurons(), step));
        }
    }

    private void setSigned(PerturbationElements elements, SignBits signs) {
        Arrays.fill(rows, 1f);
        Arrays.fill(columns, 1f);
        elements.setSigned(rows, columns, parameters.epsilon(), signs);
    }

    /** Marks the row and column of a parameter, if the block holds it. */
    private void one(long number) {
        Arrays.fill(rows, 0f);
        Arrays.fill(columns, 0f);
        long place = number - site.firstParameter();
        long row = Math.floorDiv(place, (long) site.neurons()) - firstRow;
        long column = Math.floorMod(place, (long) site.neurons()) - firstColumn;
        if (row >= 0 && row < rows.length && column >= 0 && column < columns.length) {
            rows[(int) row] = 1f;
            columns[(int) column] = 1f;
        }
    }

    @Override
    public Work perturbWork(int ofRows, int ofColumns) {
        boolean sequential = parameters.pattern() == PerturbationPattern.SEQUENTIAL;
        return new Work(0, 0, sequential ? 0 : Math.max(1L, ofRows) * ofColumns);
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
