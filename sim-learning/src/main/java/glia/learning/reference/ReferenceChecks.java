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
}
