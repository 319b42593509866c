package glia.cli.run;

/** Hears how far a run has come. */
public interface Progress {
    /** Says nothing. */
    Progress SILENT = new Progress() {
        @Override
        public void onSamples(long samples) {}

        @Override
        public void onEvaluation(Point point) {}
    };

    /** So many training samples are done. */
    void onSamples(long samples);

    /** The network was evaluated. */
    void onEvaluation(Point point);
}
