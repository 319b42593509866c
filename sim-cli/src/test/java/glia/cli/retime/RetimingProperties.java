package glia.cli.retime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import glia.cli.run.ColumnWrites;
import glia.cli.run.Point;
import glia.cli.run.Progress;
import glia.cli.run.RunFigures;
import glia.cli.run.Summary;
import glia.cli.run.TrainingSession;
import glia.cli.scenario.Scenario;
import glia.core.account.ActionLedger;
import glia.core.stat.Distribution;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** Laws of designs that differ in time and cost alone. */
class RetimingProperties {
    /** What a run says while it goes on. */
    private static final class Heard implements Progress {
        private final List<String> lines = new ArrayList<>();

        @Override
        public void onEvaluation(Point point, List<ActionLedger.Entry> counts) {
            lines.add(point.toString());
            counts.forEach(count -> lines.add(count.toString()));
        }

        @Override
        public void onWrites(long samples, ColumnWrites writes) {
            lines.add(samples + " " + writes);
        }
    }

    @Property(tries = 250, shrinking = ShrinkingMode.OFF)
    void aRetimedRunHasEveryFigureOfOneThatTrains(
            @ForAll long functionSeed, @ForAll long costSeed, @ForAll long otherCostSeed) {
        Optional<Scenario> before = RandomScenarios.of(functionSeed, costSeed);
        Optional<Scenario> after = RandomScenarios.of(functionSeed, otherCostSeed);
        Assume.that(before.isPresent() && after.isPresent());
        Assume.that(holds(before.get(), after.get()));
    }

    /** Trains both ways and compares; answers whether the first scenario's training did not diverge. */
    static boolean holds(Scenario before, Scenario after) {
        KeptWrites writes = new KeptWrites();
        TrainingSession source = new TrainingSession(before);
        source.run(writes);
        if (source.divergence().isPresent()) {
            return false;
        }
        Heard trained = new Heard();
        TrainingSession session = new TrainingSession(after);
        session.run(trained);
        boolean same = digest(before).equals(digest(after));
        assertTrue(!same || source.fingerprint().equals(session.fingerprint()));
        Optional<String> obstacle = Retiming.obstacle(source, writes.writes(), after);
        if (obstacle.isPresent()) {
            assertEquals(!same, obstacle.get().equals("chip.tile.columns can change weights"));
            return true;
        }
        Heard retimed = new Heard();
        Retiming retiming = Retiming.of(source, writes.writes(), after, "before", retimed);
        assertEquals(figures(session), figures(retiming));
        assertEquals(trained.lines, retimed.lines);
        assertEquals(log(session), log(retiming));
        return true;
    }

    private static String digest(Scenario scenario) {
        return TrainingFunction.of(scenario).digest();
    }

    /** The summary without wall times and without the name of the run that was retimed. */
    private static String figures(RunFigures run) {
        ObjectNode summary = Summary.of(run, 1);
        ObjectNode simulator = summary.withObject("/simulator");
        simulator.remove(List.of("trainingSeconds", "samplesPerSecond", "deliveriesPerSecond"));
        summary.withObject("/provenance").remove("retimedFrom");
        return summary.toPrettyString();
    }

    private static String log(RunFigures run) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        Distribution.writeLog(out, run.phases().latencies().values());
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
