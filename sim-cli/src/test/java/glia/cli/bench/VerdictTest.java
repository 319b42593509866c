package glia.cli.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a verdict says of ratios that lost, kept, gained, or have nothing to be compared with. */
class VerdictTest {
    private static final Baseline STORED = new Baseline(Map.of("a", 1.0, "b", 2.0, "c", 4.0, "elsewhere", 3.0));

    @Test
    void ratiosMayLoseWhatIsToleratedAndGainAnything() {
        Verdict verdict = Verdict.of(Map.of("a", 0.951, "b", 20.0, "c", 4.0, "new", 0.1), STORED, 5);
        assertEquals("verdict: 3 of 3 ratios within 5 % of the baseline or above it", verdict.toString());
        assertEquals(Set.of(), verdict.lost());
    }

    @Test
    void lossesAreNamedTheGreatestFirst() {
        Verdict verdict = Verdict.of(Map.of("a", 0.949, "b", 1.0, "c", 4.0), STORED, 5);
        assertEquals(
                "verdict: 2 of 3 ratios lost more than 5 %: b 1.00 (baseline 2.00), a 0.95 (baseline 1.00)",
                verdict.toString());
        assertEquals(Set.of("a", "b"), verdict.lost());
    }

    @Test
    void moreToleranceForgivesMore() {
        assertEquals(List.of(), Verdict.of(Map.of("b", 1.76), STORED, 12.5).losses());
        assertEquals(
                "verdict: 1 of 1 ratios lost more than 12.5 %: b 1.74 (baseline 2.00)",
                Verdict.of(Map.of("b", 1.74), STORED, 12.5).toString());
    }

    @Test
    void manyLossesAreCutShort() {
        Map<String, Double> stored = new LinkedHashMap<>();
        Map<String, Double> measured = new LinkedHashMap<>();
        for (int i = 1; i <= 7; i++) {
            stored.put("r" + i, 10.0);
            measured.put("r" + i, (double) i);
        }
        String line = Verdict.of(measured, new Baseline(stored), 5).toString();
        assertEquals(", r5 5.00 (baseline 10.00), and 2 more", line.substring(line.indexOf(", r5")));
    }

    @Test
    void nothingInCommonIsSaid() {
        assertEquals(
                "verdict: no ratio to compare with the baseline",
                Verdict.of(Map.of("x", 1.0), STORED, 5).toString());
    }
}
