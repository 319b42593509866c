package glia.cli.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a run that was to be retimed took of the simulator. */
public final class RetimeScreen {
    private RetimeScreen() {}

    /**
     * A line that says it.
     *
     * @param run the run that it was retimed from
     * @param summary of the new run
     * @param obstacle why it trained in full, if it did
     */
    public static String of(Path run, JsonNode summary, Optional<String> obstacle) {
        JsonNode simulator = summary.path("simulator");
        String time = Quantities.scaled(simulator.path("wallSeconds").asDouble(), "s");
        if (obstacle.isPresent()) {
            return "Trained in full, in " + time + ", since " + obstacle.get() + "\n";
        }
        long simulated = 0;
        long replayed = 0;
        for (Map.Entry<String, JsonNode> step : simulator.path("steps").properties()) {
            simulated += step.getValue().path("simulated").asLong();
            replayed += step.getValue().path("replayed").asLong();
        }
        return String.format(
                Locale.ROOT,
                "Retimed in %s: %s of %s steps were simulated; the training is that of %s%n",
                time,
                Quantities.count(simulated),
                Quantities.count(simulated + replayed),
                run);
    }
}
