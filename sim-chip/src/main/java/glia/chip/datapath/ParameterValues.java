package glia.chip.datapath;

/** A value for every synapse of a layer, also for its biases, which are one more row behind the inputs. */
public interface ParameterValues {
    /** The value of an input's synapse to a neuron. */
    float value(int row, int column);
}
