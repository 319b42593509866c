package glia.chip.plasticity;

/** The samples that the host shows while DeltaVecs are refreshed; each answer is one value an input. */
public interface HostSamples {
    /** A host that shows the same sample whatever it is asked for. */
    static HostSamples always(float[] input, int label) {
        return new HostSamples() {
            @Override
            public float[] exemplar(int ofClass) {
                return input;
            }

            @Override
            public float[] input(int ahead) {
                return input;
            }

            @Override
            public int label(int ahead) {
                return label;
            }
        };
    }

    /** The input of an exemplar of a class. */
    float[] exemplar(int label);

    /** The input of the training sample that many samples after the present one, which is 0 ahead. */
    default float[] input(int ahead) {
        throw new UnsupportedOperationException("this host shows exemplars only");
    }

    /** The class of the training sample that many samples after the present one. */
    default int label(int ahead) {
        throw new UnsupportedOperationException("this host shows exemplars only");
    }
}
