package glia.learning.law;

import glia.chip.datapath.ParameterValues;
import glia.chip.datapath.PerturbationElements;
import glia.chip.datapath.SignBits;

/**
 * Elements hold minus what they are set to. Where neurons are perturbed, their signs are flipped where they are drawn, because tiles are
 * told them too.
 */
final class FlippedWires implements Wires {
    private final boolean perturbsNodes;
    private long flips;

    FlippedWires(boolean perturbsNodes) {
        this.perturbsNodes = perturbsNodes;
    }

    /** How often something was flipped. */
    long flips() {
        return flips;
    }

    @Override
    public void drawn(float[] signs) {
        flips++;
        for (int j = 0; j < signs.length; j++) {
            signs[j] = -signs[j];
        }
    }

    @Override
    public PerturbationElements elements(Place place, PerturbationElements elements) {
        return perturbsNodes ? elements : new Flipped(elements);
    }

    private final class Flipped implements PerturbationElements {
        private final PerturbationElements elements;

        Flipped(PerturbationElements elements) {
            this.elements = elements;
        }

        @Override
        public void setRankOne(float[] rows, float[] columns, float scale) {
            flips++;
            elements.setRankOne(rows, columns, -scale);
        }

        @Override
        public void setSigned(float[] rows, float[] columns, float scale, SignBits signs) {
            flips++;
            elements.setSigned(rows, columns, -scale, signs);
        }

        @Override
        public void setDense(ParameterValues values) {
            flips++;
            elements.setDense((row, column) -> -values.value(row, column));
        }
    }
}
