package glia.chip.build;

import glia.core.archive.Archive;

/** How far a chip has come in its training. */
final class ChipCounts {
    long samples;
    /** Perturbed passes. */
    long passes;
    /** Baseline and perturbed passes, those of probes apart. */
    long forwardPasses;
    /** Components computed one by one, those of probes apart. */
    long gradientComponents;
    /** Components of output errors. */
    long outputErrors;
    /** Commits of registers. */
    long commits;

    /** Saves or loads all of them. */
    void state(Archive archive) {
        archive.part("counts");
        samples = archive.at(samples);
        passes = archive.at(passes);
        forwardPasses = archive.at(forwardPasses);
        gradientComponents = archive.at(gradientComponents);
        outputErrors = archive.at(outputErrors);
        commits = archive.at(commits);
    }
}
