package glia.cli.retime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glia.cli.run.Progress;
import glia.cli.run.TrainingSession;
import glia.cli.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RetimingTest {
    private static Scenario tiny(String... sets) {
        List<String> all = new ArrayList<>(List.of(sets));
        all.add("data.train=100");
        return Scenario.load("tiny", all);
    }

    /** More steps wait for the blocks than are kept, and then one is simulated. */
    @Test
    void aPerturbationMayStayForAVeryLongTime() {
        String[] design = {
            "learning.rule=undirected-mgd",
            "learning.perturbationPeriod=1000000",
            "learning.updatePeriod=33000",
            "run.epochs=340"
        };
        List<String> other = new ArrayList<>(List.of(design));
        other.add("chip.bus.width=8bit");
        assertTrue(RetimingProperties.holds(tiny(design), tiny(other.toArray(String[]::new))));
    }

    /** The kind of an update step goes by its pass, and the first of the second kind comes when others are skipped already. */
    @Test
    void cellsPerturbedInPlaceAreRestoredInTheSamePasses() {
        String[] design = {
            "learning.rule=undirected-mgd",
            "learning.updatePeriod=7",
            "chip.element.kind=in-place",
            "chip.element.restore=merged",
            "run.epochs=1"
        };
        List<String> other = new ArrayList<>(List.of(design));
        other.add("chip.clock=1GHz");
        assertTrue(RetimingProperties.holds(tiny(design), tiny(other.toArray(String[]::new))));
    }

    /** An update in a layer's turn asks its pass, and layers that come later in turn are first simulated when others are skipped. */
    @Test
    void layersInTurnTakePartInTheSamePasses() {
        String[] design = {
            "learning.rule=undirected-mgd",
            "learning.layers=in-turn",
            "learning.perturbationPeriod=9",
            "network.layers=[4, 3, 2, 2]",
            "run.epochs=1"
        };
        List<String> other = new ArrayList<>(List.of(design));
        other.add("chip.tile.columns=1");
        assertTrue(RetimingProperties.holds(tiny(design), tiny(other.toArray(String[]::new))));
    }

    @Test
    void refusesWhatHasToBeTrained() {
        TrainingSession source = new TrainingSession(tiny("run.epochs=1"));
        KeptWrites writes = new KeptWrites();
        source.run(writes);
        Scenario gated = tiny("run.epochs=1", "chip.zeroGating=true");
        refused("chip.zeroGating makes counts depend on data", source, writes, gated);
        refused("learning.rate can change weights", source, writes, tiny("run.epochs=1", "learning.rate=0.5"));
    }

    private static void refused(String reason, TrainingSession source, KeptWrites writes, Scenario scenario) {
        String message = assertThrows(
                        IllegalArgumentException.class,
                        () -> Retiming.of(source, writes.writes(), scenario, "source", Progress.SILENT))
                .getMessage();
        assertEquals(reason, message);
    }

    @Test
    void needsTheWritesOfEveryEvaluation() {
        TrainingSession source = new TrainingSession(tiny("run.epochs=1"));
        source.run(Progress.SILENT);
        String message = assertThrows(
                        IllegalArgumentException.class,
                        () -> Retiming.of(source, Map.of(), tiny("run.epochs=1"), "source", Progress.SILENT))
                .getMessage();
        assertEquals("no writes until sample 100", message);
    }
}
