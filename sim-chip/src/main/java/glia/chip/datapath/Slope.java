package glia.chip.datapath;

/** How a neuron unit tells its astrocyte the slope f' of its activation function. */
public enum Slope {
    /** Not at all. */
    NONE {
        @Override
        public float of(ActivationFunction function, float activation) {
            return 1f;
        }
    },
    /** By one bit: a high or a low slope. */
    TWO_LEVEL {
        @Override
        public float of(ActivationFunction function, float activation) {
            return function.twoLevelSlope(activation);
        }
    },
    /** By a word. */
    EXACT {
        @Override
        public float of(ActivationFunction function, float activation) {
            return function.slope(activation);
        }
    };

    /** Words that telling the slopes of some neurons takes. */
    public int words(int neurons) {
        return this == TWO_LEVEL ? (neurons + Integer.SIZE - 1) / Integer.SIZE : neurons;
    }

    /** The slope that is told where the activation has this value. */
    public abstract float of(ActivationFunction function, float activation);
}
