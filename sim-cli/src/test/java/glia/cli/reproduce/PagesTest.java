package glia.cli.reproduce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glia.cli.figure.Axis;
import glia.cli.figure.Chart;
import glia.cli.figure.DataTable;
import glia.cli.reproduce.Recalls.Bar;
import glia.cli.reproduce.Recalls.Way;
import glia.core.stat.Spread;
import glia.learning.data.TrainAndTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What pages say, against closed forms and by hand. */
class PagesTest {
    @Test
    void pageHoldsFindingsDifferencesAndSettingsAsText() {
        Chart none = new Chart("t", "d", Axis.linear("x", 0, 1), Axis.linear("y", 0, 1), List.of());
        Finding finding = Finding.number("a < b & c", 2, 3, "");
        Outcome outcome =
                new Outcome(List.of(finding), none, new DataTable("a"), List.of("--set x=<1>"), List.of("here"));
        String page = Page.of(new Recalls().subject(), outcome, true, List.of(4L));
        for (String expected : List.of(
                "<td>a &lt; b &amp; c</td><td>2</td><td>3</td><td>+50.0 %</td>",
                "--set x=&lt;1&gt;", "<li>here</li>", "./glia reproduce recalls --full --seeds 4")) {
            assertTrue(page.contains(expected), expected);
        }
    }

    /** 784-3-3-10 has 784·3 + 3 + 3·3 + 3 + 3·10 + 10 parameters and 16 neurons. */
    @Test
    void forwardPassesAreThoseOfTheClosedForms() {
        TrainAndTest glyphs = SmallRuns.bench(1L)
                .data(Scenarios.of("mnist", "data.set=glyphs", "data.train=100", "data.test=10")
                        .load());
        ForwardPasses.Row row = ForwardPasses.count(3, glyphs);
        assertEquals(2407, row.parameters());
        assertEquals(16, row.neurons());
        assertEquals(2408, row.passes()[0]);
        assertEquals(9.2564 * 2406 + 1, row.passes()[1], 0.1);
        assertEquals(17, row.passes()[2]);
        assertEquals(2 + 10 * 17 / 5000.0, row.passes()[3], 1e-12);
    }

    /** Seed 1 on the chip: lengths within a tenth of the formula, for update periods that leave little scatter. */
    @Test
    void equationsAreMeasuredAsTheFormulasSay() {
        List<Finding> findings =
                new EstimateEquations().reproduce(SmallRuns.bench(1L)).findings();
        int compared = 0;
        for (Finding each : findings) {
            boolean exact = each.quantity().startsWith("linear cost");
            boolean little = each.quantity().matches("chip.* τθ = (64|256|1024|4096):.*");
            if (exact || little) {
                double difference = Double.parseDouble(each.difference().replace(" %", ""));
                assertEquals(0, difference, exact ? 0.05 : 10, each.toString());
                compared++;
            }
        }
        assertEquals(6 + 8, compared);
    }

    @Test
    void controlsAreComparedWithTheBestProbedRecall() {
        List<Bar> bars = List.of(
                new Bar(Way.LABEL, "none"),
                new Bar(Way.ERROR, "exact"),
                new Bar(Way.RANDOM_MAP, "exact"),
                new Bar(Way.RANDOM_TABLE, "none"),
                new Bar(Way.BACKPROPAGATION, "exact"));
        List<BestRate> best = List.of(rate(70), rate(97), rate(96.5), rate(Double.NaN), rate(99));
        assertEquals(
                "mnist: the best control, drawn and never probed, reaches 96.50 %, 0.50 points below the best recall of probed"
                        + " DeltaVecs.",
                Recalls.control("mnist", bars, best));
    }

    private static BestRate rate(double accuracy) {
        return new BestRate(SmallRuns.TINY, "0.1", Spread.of(accuracy));
    }
}
