package glia.cli.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import glia.cli.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What training alone gives of a run: the part that is the same on every chip that learns the same. */
public interface Trained {
    /** The scenario. */
    Scenario scenario();

    /** The evaluations so far. */
    List<Point> points();

    /** Training samples of an epoch. */
    long epochSamples();

    /** Why the training ended early, if it did. */
    Optional<String> divergence();

    /** Totals of the write counts, as they stand in {@code summary.json}. */
    ObjectNode writes();

    /** What is known of cells that wear out during the run, where they do. */
    Optional<ObjectNode> wearOut();

    /** What was measured so far, if anything was to be. */
    Optional<ObjectNode> measures();

    /** Weights, write counts and accuracies in one number. */
    String fingerprint();

    /** Writes matrices and measures into a folder. */
    void writeTrained(Path folder) throws IOException;
}
