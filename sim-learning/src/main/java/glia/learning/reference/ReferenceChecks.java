package glia.learning.reference;

/** What every rule demands of its numbers. */
final class ReferenceChecks {
    private ReferenceChecks() {}

    /** Refuses a number below 1. */
    static void atLeastOne(String name, long value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " is " + value + "; expected at least 1");
        }
    }

    /** Refuses a label that is no class of the network. */
    static void label(int label, ReferenceNetwork network) {
        if (label < 0 || label >= network.classes()) {
            throw new IllegalArgumentException("label is " + label + "; expected 0 to " + (network.classes() - 1));
        }
    }

    /** Refuses to go on after a sample whose cost, or change of cost, is not finite. */
    static void finite(String name, float value, long sample) {
        if (!Float.isFinite(value)) {
            throw new IllegalStateException("diverged at sample " + sample + ": " + name + " is " + value);
        }
    }

    /** Refuses weights (layer, input, output) that do not fit each other, or biases (layer, output). */
    static void shapes(float[][][] weights, float[][] biases) {
        length("biases", biases.length, weights.length);
        if (weights.length == 0) {
            throw new IllegalArgumentException("weights has 0 layers; expected at least 1");
        }
        for (int l = 0; l < weights.length; l++) {
            if (l > 0) {
                length("weights[" + l + "]", weights[l].length, biases[l - 1].length);
            }
            for (int i = 0; i < weights[l].length; i++) {
                length("weights[" + l + "][" + i + "]", weights[l][i].length, biases[l].length);
            }
        }
    }

    /** Refuses an array of another length. */
    static void length(String name, int length, int expected) {
        if (length != expected) {
            throw new IllegalArgumentException(name + " has length " + length + "; expected " + expected);
        }
    }
}
