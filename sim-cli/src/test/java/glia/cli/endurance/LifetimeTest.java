package glia.cli.endurance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glia.chip.build.Figure;
import glia.chip.build.Grade;
import glia.chip.build.NetworkShape;
import glia.chip.datapath.ActivationFunction;
import glia.chip.datapath.CostFunction;
import glia.chip.device.Defects;
import glia.chip.device.DeviceParameters;
import glia.chip.device.Devices;
import glia.chip.device.Pulsing;
import glia.chip.device.Rounding;
import glia.cli.run.Pace;
import glia.cli.scenario.Endurance;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A layer of 20 x 10 synapses: in 1000 samples those in row 0 take 30, 40 or 60 pulses up and 20 down, all others one up. */
class LifetimeTest {
    private static final Pace PACE = new Pace(1000, 500, new BigDecimal("100"), new BigDecimal("1e6"));
    private static final DeviceParameters CELLS = new DeviceParameters(
            Devices.PULSED, 4f, 2, Rounding.NEAREST, new Pulsing(20, 10, 0f, 0f, 0f, 0f, 0f), Defects.NONE, 1);
    private static final WriteCounts COUNTS = new WriteCounts() {
        @Override
        public NetworkShape shape() {
            return new NetworkShape(List.of(20, 10), ActivationFunction.TANH, CostFunction.MSE);
        }

        @Override
        public int[] of(Kind kind, int layer, int input) {
            int[] counts = new int[10];
            for (int j = 0; j < 10; j++) {
                counts[j] = switch (kind) {
                    case COMMITS -> input == 0 ? 30 : 1;
                    case POTENTIATIONS -> input == 0 ? 25 : 1;
                    case RAISING_PULSES -> input != 0 ? 1 : j == 7 ? 60 : j == 0 ? 40 : 30;
                    case LOWERING_PULSES -> input != 0 ? 0 : 20;
                };
            }
            return counts;
        }
    };

    private static Endurance endurance(Map<Endurance.Level, String> values) {
        Map<Endurance.Level, Figure> figures = new EnumMap<>(Endurance.Level.class);
        values.forEach(
                (level, value) -> figures.put(level, new Figure(new BigDecimal(value), "a source", Grade.MEASURED)));
        return new Endurance("cell", figures);
    }

    /**
     * The worst synapse takes 80 pulses in 1000 samples; 60/20 + 20/10 ranges up and down are 2.5 full cycles. A hundredth of 200
     * synapses are 2: the second takes 60 pulses, 40/20 + 20/10 ranges, 2 cycles.
     */
    @Test
    void isEnduranceOverWritesASample() {
        Wear wear = Wear.of(COUNTS, CELLS, 3);
        List<Lifetime> lifetimes = Lifetime.of(
                endurance(Map.of(Endurance.Level.TYPICAL, "4000", Endurance.Level.WEAK_PULSES, "8e6")), wear, PACE);
        assertEquals(3, lifetimes.size());
        Lifetime byPulse = lifetimes.get(0);
        assertEquals(Lifetime.Reading.PULSE, byPulse.reading());
        assertEquals(50_000, byPulse.samplesToFirst(), 1e-6);
        assertEquals(4000 / 0.06, byPulse.samplesToShare(), 1e-6);
        Lifetime byCycle = lifetimes.get(1);
        assertEquals(Lifetime.Reading.FULL_CYCLE, byCycle.reading());
        assertEquals(1_600_000, byCycle.samplesToFirst(), 1e-6);
        assertEquals(2_000_000, byCycle.samplesToShare(), 1e-6);
        Lifetime weak = lifetimes.get(2);
        assertEquals(Endurance.Level.WEAK_PULSES, weak.level());
        assertEquals(Lifetime.Reading.PULSE, weak.reading());
        assertEquals(1e8, weak.samplesToFirst(), 1e-3);
        assertEquals(1e4, PACE.samplesASecond());
    }

    @Test
    void whereEveryWriteIsOnePulseTwoPulsesAreAFullCycle() {
        Wear wear = Wear.of(COUNTS, DeviceParameters.IDEAL, 3);
        Lifetime byCycle = Lifetime.of(endurance(Map.of(Endurance.Level.TYPICAL, "4000")), wear, PACE)
                .get(1);
        assertEquals(100_000, byCycle.samplesToFirst(), 1e-6);
    }

    @Test
    void cellsThatAreNeverWrittenLastForEver() {
        WriteCounts none = new WriteCounts() {
            @Override
            public NetworkShape shape() {
                return COUNTS.shape();
            }

            @Override
            public int[] of(Kind kind, int layer, int input) {
                return new int[10];
            }
        };
        List<Lifetime> lifetimes =
                Lifetime.of(endurance(Map.of(Endurance.Level.PESSIMISTIC, "1")), Wear.of(none, CELLS, 1), PACE);
        assertTrue(lifetimes.stream().allMatch(each -> each.samplesToFirst() == Double.POSITIVE_INFINITY));
        String table = WearTables.lifetimes(lifetimes, 500, 10);
        assertTrue(table.contains("pessimistic,1,measured,by pulse,first cell,,,,a source\n"), table);
    }

    @Test
    void theWorstSynapsesComeByPulsesThenByPlace() {
        List<WornSynapse> worst = Wear.of(COUNTS, CELLS, 3).worst();
        assertEquals(
                List.of(
                        new WornSynapse(1, 0, 7, 30, 25, 60, 20),
                        new WornSynapse(1, 0, 0, 30, 25, 40, 20),
                        new WornSynapse(1, 0, 1, 30, 25, 30, 20)),
                worst);
        assertEquals(
                new WornSynapse(1, 1, 1, 1, 1, 1, 0),
                Wear.of(COUNTS, CELLS, 12).worst().get(11));
    }

    @Test
    void rowsAndColumnsHoldTheirSynapses() {
        LayerWear layer = Wear.of(COUNTS, CELLS, 1).layers().get(0);
        assertEquals(0, layer.rows().worst());
        assertEquals(540, layer.rows().pulses(0));
        assertEquals(300, layer.rows().commits(0));
        assertEquals(10, layer.rows().pulses(1));
        assertEquals(7, layer.columns().worst());
        assertEquals(99, layer.columns().pulses(7));
        assertEquals(80, layer.columns().mostPulses(7));
        assertEquals(30, layer.columns().mostCommits(3));
        assertEquals(730, layer.pulses().total());
        assertEquals(3.65, layer.pulses().mean(), 1e-12);
        assertEquals(0, new LineWear(3, 2).worst());
    }
}
