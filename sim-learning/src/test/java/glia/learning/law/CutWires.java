package glia.learning.law;

import glia.chip.datapath.ParameterValues;
import glia.chip.datapath.PerturbationElements;
import glia.chip.datapath.SignBits;

/** No element is ever set. */
final class CutWires implements Wires {
    private static final PerturbationElements CUT = new PerturbationElements() {
        @Override
        public void setRankOne(float[] rows, float[] columns, float scale) {}

        @Override
        public void setSigned(float[] rows, float[] columns, float scale, SignBits signs) {}

        @Override
        public void setDense(ParameterValues values) {}
    };

    @Override
    public PerturbationElements elements(Place place, PerturbationElements elements) {
        return CUT;
    }
}
