package glia.learning.law;

import glia.chip.build.Chip;
import glia.chip.datapath.CostFunction;
import glia.chip.datapath.ParameterValues;
import glia.chip.datapath.PerturbationElements;
import glia.chip.datapath.SignBits;
import glia.chip.message.Phase;
import glia.chip.plasticity.Integration;
import glia.chip.plasticity.LayerSite;
import glia.chip.plasticity.LearningRule;

/**
 * A chip whose cost is linear, shown one sample again and again, each time from weights and biases of 0 on and at a learning rate of 1:
 * what it commits is -G. Parameters are numbered as in {@link LayerSite#number}.
 */
final class LinearRun {
    private final Design design;
    private final Chip chip;
    private final LayerSite site;
    private final int updatePeriod;
    private final float[] perturbation;
    private long sample;

    /** Builds the chip of a design. */
    LinearRun(Design design) {
        checkLinear(design);
        this.design = design;
        LearningRule rule = design.rule();
        updatePeriod = rule.integration().map(Integration::updatePeriod).orElse(1);
        perturbation = new float[Math.toIntExact(design.shape().parameters())];
        chip = design.chip(new RewiredRule(rule, new Wires() {
            @Override
            public PerturbationElements elements(Place place, PerturbationElements elements) {
                return new Seen(place, elements);
            }
        }));
        site = chip.floorplan().layers().get(0);
    }

    /** Checks that a law for linear costs can be asked about a design. */
    static void checkLinear(Design design) {
        if (design.shape().layers() != 1 || design.shape().cost() != CostFunction.LINEAR) {
            throw new IllegalArgumentException(
                    design.shape() + " is not linear in its parameters; expected one layer and cost LINEAR");
        }
        long passes = design.rule().phases(0).stream()
                .filter(phase -> phase == Phase.PERTURBED)
                .count();
        if (passes > 1) {
            throw new IllegalArgumentException(passes + " perturbed passes a sample; this law is for 1");
        }
    }

    /** Where the only layer stands. */
    LayerSite site() {
        return site;
    }

    /** Samples to an update. */
    int updatePeriod() {
        return updatePeriod;
    }

    /** The perturbation of each parameter in the last pass. */
    float[] perturbation() {
        return perturbation;
    }

    /** ∇C: dC/dw_ij = x_i e_j and dC/db_j = e_j, with e_j = -1 for the label and 1 for the others. */
    double[] gradient() {
        float[] input = design.input(0);
        double[] gradient = new double[perturbation.length];
        for (int i = 0; i <= input.length; i++) {
            for (int j = 0; j < site.neurons(); j++) {
                double activation = i == input.length ? 1 : input[i];
                gradient[(int) site.number(i, j)] = j == design.label(0) ? -activation : activation;
            }
        }
        return gradient;
    }

    /** Starts from parameters of 0. */
    void clear() {
        clear(chip);
    }

    /** Sets the parameters of a chip to 0. */
    static void clear(Chip chip) {
        chip.parameters()
                .loadWeights(0, new float[chip.shape().inputs(0)][chip.shape().neurons(0)]);
        chip.parameters().loadBiases(0, new float[chip.shape().neurons(0)]);
    }

    /** Learns from the sample once more. */
    void learn() {
        chip.learn(design.input(0), design.label(0), 1f, design.samples().host(sample));
        sample++;
    }

    /** The estimate G that was committed since the parameters were 0. */
    double[] estimate() {
        float[][] values = NetworkState.values(chip)[0];
        double[] estimate = new double[perturbation.length];
        for (int i = 0; i < values.length; i++) {
            for (int j = 0; j < values[i].length; j++) {
                estimate[(int) site.number(i, j)] = 0.0 - values[i][j];
            }
        }
        return estimate;
    }

    /** What a parameter is called. */
    String name(int number) {
        return Place.all(site).name(number / site.neurons(), number % site.neurons());
    }

    /** Notes what a block's elements are set to. */
    private final class Seen implements PerturbationElements {
        private final Place place;
        private final PerturbationElements elements;

        Seen(Place place, PerturbationElements elements) {
            this.place = place;
            this.elements = elements;
        }

        private void note(ParameterValues values) {
            for (int i = place.firstRow(); i < place.firstRow() + place.rows(); i++) {
                for (int j = place.firstColumn(); j < place.firstColumn() + place.columns(); j++) {
                    perturbation[(int) site.number(i, j)] = values.value(i, j);
                }
            }
        }

        @Override
        public void setRankOne(float[] rows, float[] columns, float scale) {
            note((i, j) -> scale * rows[i - place.firstRow()] * columns[j - place.firstColumn()]);
            elements.setRankOne(rows, columns, scale);
        }

        @Override
        public void setSigned(float[] rows, float[] columns, float scale, SignBits signs) {
            note((i, j) -> {
                float size = scale * rows[i - place.firstRow()] * columns[j - place.firstColumn()];
                return (signs.word(i, j / Long.SIZE) >>> j & 1) == 0 ? size : -size;
            });
            elements.setSigned(rows, columns, scale, signs);
        }

        @Override
        public void setDense(ParameterValues values) {
            note(values);
            elements.setDense(values);
        }
    }
}
