package glia.cli.endurance;

import java.util.List;

/** The writes of the synapses of a layer. */
public final class LayerWear {
    /** Numbers of one kind: all of them together, their distribution and their histogram. */
    public static final class Counted {
        private final WearDistribution distribution = new WearDistribution();
        private final WearBins bins = new WearBins();
        private long total;

        private void add(long writes) {
            distribution.add(writes);
            bins.add(writes);
            total += writes;
        }

        /** The sum over the synapses. */
        public long total() {
            return total;
        }

        /** The mean of a synapse. */
        public double mean() {
            return (double) total / distribution.synapses();
        }

        /** How it spreads over the synapses. */
        public WearDistribution distribution() {
            return distribution;
        }

        /** The bin of 0, and those from the first to the last that hold a synapse. */
        List<WearBins.Bin> bins() {
            return bins.bins();
        }
    }

    private final int layer;
    private final Counted commits = new Counted();
    private final Counted pulses = new Counted();
    private final LineWear rows;
    private final LineWear columns;
    private final BlockMap map;

    /**
     * Makes a layer without writes.
     *
     * @param layer from 1
     */
    LayerWear(int layer, int inputs, int neurons) {
        this.layer = layer;
        rows = new LineWear(inputs, neurons);
        columns = new LineWear(neurons, inputs);
        map = new BlockMap(inputs, neurons);
    }

    /** Notes the writes of a synapse. */
    void add(int row, int column, long ofCommits, long ofPulses) {
        commits.add(ofCommits);
        pulses.add(ofPulses);
        rows.add(row, ofCommits, ofPulses);
        columns.add(column, ofCommits, ofPulses);
        map.add(row, column, ofPulses);
    }

    /** Its name in files. */
    public String name() {
        return "layer" + layer;
    }

    /** Its number, from 1. */
    public int number() {
        return layer;
    }

    /** Weight commits. */
    public Counted commits() {
        return commits;
    }

    /** Pulses, up and down. */
    public Counted pulses() {
        return pulses;
    }

    /** How many synapses a hundredth of them are, at least one. */
    public long topSynapses() {
        return (pulses.distribution().synapses() + 99) / 100;
    }

    /** By input. */
    public LineWear rows() {
        return rows;
    }

    /** By neuron. */
    public LineWear columns() {
        return columns;
    }

    /** Pulses by place. */
    BlockMap map() {
        return map;
    }
}
