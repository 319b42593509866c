package glia.cli.endurance;

/** The writes of the rows of a layer, or of its columns. */
public final class LineWear {
    private final int synapses;
    private final long[] commits;
    private final long[] pulses;
    private final long[] mostCommits;
    private final long[] mostPulses;

    /** Makes some lines of some synapses each. */
    LineWear(int lines, int synapses) {
        this.synapses = synapses;
        commits = new long[lines];
        pulses = new long[lines];
        mostCommits = new long[lines];
        mostPulses = new long[lines];
    }

    /** Notes the writes of a synapse on a line. */
    void add(int line, long ofCommits, long ofPulses) {
        commits[line] += ofCommits;
        pulses[line] += ofPulses;
        mostCommits[line] = Math.max(mostCommits[line], ofCommits);
        mostPulses[line] = Math.max(mostPulses[line], ofPulses);
    }

    /** How many lines there are. */
    public int lines() {
        return commits.length;
    }

    /** Synapses of a line. */
    public int synapses() {
        return synapses;
    }

    /** Commits of all synapses of a line. */
    long commits(int line) {
        return commits[line];
    }

    /** Pulses of all synapses of a line. */
    public long pulses(int line) {
        return pulses[line];
    }

    /** Commits of the synapse of a line that has most. */
    long mostCommits(int line) {
        return mostCommits[line];
    }

    /** Pulses of the synapse of a line that has most. */
    long mostPulses(int line) {
        return mostPulses[line];
    }

    /** The line with most pulses; the first of several. */
    public int worst() {
        int worst = 0;
        for (int line = 1; line < pulses.length; line++) {
            worst = pulses[line] > pulses[worst] ? line : worst;
        }
        return worst;
    }
}
