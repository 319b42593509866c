package glia.learning.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import glia.chip.ChipAction;
import glia.chip.build.AreaPart;
import glia.chip.build.AreaReport;
import glia.chip.build.Chip;
import glia.chip.device.CellScheme;
import glia.chip.device.Defects;
import glia.chip.device.DeviceParameters;
import glia.chip.device.Devices;
import glia.chip.device.Drift;
import glia.chip.device.MeasuredCurve;
import glia.chip.device.PulseProgramming;
import glia.chip.device.Pulsing;
import glia.chip.device.Rounding;
import glia.learning.law.Design;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What pairs of cells and reads of single cells are accounted as. */
class PairAccountProperties {
    private static final int SAMPLES = 5;

    @Provide
    Arbitrary<Design> designs() {
        return Designs.any();
    }

    private static Design with(Design design, boolean pairs, PulseProgramming programming) {
        Pulsing line = new Pulsing(50, 50, 0f, 0f, 0f, 0f, 0f);
        DeviceParameters cells =
                new DeviceParameters(Devices.PULSED, 1f, 2, Rounding.STOCHASTIC, line, Defects.NONE, 1);
        return design.with(cells.with(new CellScheme(MeasuredCurve.NONE, programming, pairs, Drift.NONE)));
    }

    private static long count(Chip chip, ChipAction action) {
        return chip.ledger().entries().stream()
                .filter(entry ->
                        entry.block().contains(".tile") && entry.action().equals(action.name()))
                .mapToLong(entry -> entry.count())
                .sum();
    }

    /** Every read of a cell is a conversion in and out and one product; the products of passes double, their conversions do not. */
    @Property(tries = 60)
    void productsOfPairsDoubleAndReadsOfCellsAreCounted(@ForAll("designs") Design design) {
        Chip single = with(design, false, PulseProgramming.BLIND).trained(SAMPLES);
        for (boolean pairs : new boolean[] {false, true}) {
            Chip chip = with(design, pairs, new PulseProgramming(0.001f, 3, 0f)).trained(SAMPLES);
            long reads = count(chip, ChipAction.ADC_CONVERSION) - count(single, ChipAction.ADC_CONVERSION);
            assertEquals(reads, count(chip, ChipAction.DAC_CONVERSION) - count(single, ChipAction.DAC_CONVERSION));
            assertEquals(
                    (pairs ? 2 : 1) * count(single, ChipAction.MULTIPLY_ACCUMULATE) + reads,
                    count(chip, ChipAction.MULTIPLY_ACCUMULATE));
            long commits = writes(chip);
            assertEquals(commits > 0, reads > 0, reads + " reads, " + commits + " commits");
        }
    }

    @Property(tries = 30)
    void replayedPassesCountAsSimulatedOnes(@ForAll("designs") Design design) {
        Design pairs = with(design, true, PulseProgramming.BLIND);
        Chip replayed = pairs.trained(30);
        Chip simulated = pairs.chip();
        simulated.switchReplayOff();
        for (long sample = 0; sample < 30; sample++) {
            pairs.learn(simulated, sample);
        }
        assertEquals(simulated.ledger().entries(), replayed.ledger().entries());
    }

    private static long writes(Chip chip) {
        long commits = 0;
        for (int layer = 0; layer < chip.shape().layers(); layer++) {
            for (int[] row : chip.parameters().commits(layer)) {
                for (int count : row) {
                    commits += count;
                }
            }
        }
        return commits;
    }

    @Property(tries = 30)
    void pairsTakeTwiceTheCells(@ForAll("designs") Design design) {
        assertEquals(
                2 * cells(with(design, false, PulseProgramming.BLIND)),
                cells(with(design, true, PulseProgramming.BLIND)));
    }

    private static long cells(Design design) {
        Chip chip = design.chip();
        List<AreaReport.Part> parts = AreaReport.of(
                        design.config(), chip.floorplan(), design.rule(), chip.interconnect(), design.technology())
                .parts();
        return parts.stream()
                .filter(part -> part.part() == AreaPart.CELL)
                .mapToLong(AreaReport.Part::count)
                .sum();
    }
}
