package glia.cli.run;

import glia.core.account.ActionLedger;
import java.util.List;

/** Hears how far a run has come. */
public interface Progress {
    /** Says nothing. */
    Progress SILENT = new Progress() {};

    /** So many training samples are done. */
    default void onSamples(long samples) {}

    /** The sample before which it wants to hear again, from one on; no matter which, unless it says so. */
    default long nextStop(long samples) {
        return Long.MAX_VALUE;
    }

    /** The network was evaluated; these are the counts of the ledger at that time. */
    default void onEvaluation(Point point, List<ActionLedger.Entry> counts) {}

    /** How often columns of tiles were written until an evaluation, after so many training samples. */
    default void onWrites(long samples, ColumnWrites writes) {}

    /** Tells this one and then another. */
    default Progress andThen(Progress other) {
        Progress one = this;
        return new Progress() {
            @Override
            public void onSamples(long samples) {
                one.onSamples(samples);
                other.onSamples(samples);
            }

            @Override
            public long nextStop(long samples) {
                return Math.min(one.nextStop(samples), other.nextStop(samples));
            }

            @Override
            public void onEvaluation(Point point, List<ActionLedger.Entry> counts) {
                one.onEvaluation(point, counts);
                other.onEvaluation(point, counts);
            }

            @Override
            public void onWrites(long samples, ColumnWrites writes) {
                one.onWrites(samples, writes);
                other.onWrites(samples, writes);
            }
        };
    }
}
