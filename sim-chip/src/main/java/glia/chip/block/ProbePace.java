package glia.chip.block;

/**
 * How closely the passes of probes follow each other.
 *
 * @param first cycles from the start of the probed sample's own pass to that of the first probe
 * @param beat cycles from one probe to the next: no two passes are in one layer
 */
public record ProbePace(long first, long beat) {
    /** Cycles from the word of the sample to that of a probe, which are numbered from 1. */
    public long offset(int number) {
        return first + (number - 1) * beat;
    }
}
