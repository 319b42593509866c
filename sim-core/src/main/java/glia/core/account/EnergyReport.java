package glia.core.account;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts times prices, plus static power times time and clock energy times cycles, as exact decimals: the parts add up to the whole
 * to the last digit.
 *
 * @param byBlock picojoules by block
 * @param byAction picojoules by action; static power stands under {@value #STATIC}, the clock's under {@value #CLOCK}
 * @param totalPicojoules the sum of either
 */
public record EnergyReport(
        Map<String, BigDecimal> byBlock, Map<String, BigDecimal> byAction, BigDecimal totalPicojoules) {
    /** The name under which static energy stands among the actions. */
    public static final String STATIC = "STATIC_POWER";

    /** The name under which the clock's energy stands among the actions, if there is any. */
    public static final String CLOCK = "CLOCK";

    private static final BigDecimal PICO = BigDecimal.TEN.pow(12);

    /**
     * A block of the chip whose power counts.
     *
     * @param name name of the block
     * @param kind kind of block
     * @param units how many units of that kind the block is, such as words of a memory
     * @param wakesWith name of the block that it is awake together with, its own as a rule
     */
    public record Block(String name, String kind, long units, String wakesWith) {
        /** A block that is one unit of its kind and wakes by itself. */
        public Block(String name, String kind) {
            this(name, kind, 1, name);
        }
    }

    /** Prices a ledger after a number of cycles of a clock; cycles that blocks were awake are entries of {@link AwakeCycle}. */
    public static EnergyReport of(
            List<ActionLedger.Entry> entries,
            List<Block> blocks,
            EnergyTable table,
            long cycles,
            BigDecimal clockHertz) {
        Sum sum = new Sum();
        Map<String, Long> awake = new HashMap<>();
        for (ActionLedger.Entry entry : entries) {
            if (entry.action().equals(AwakeCycle.NAME)) {
                awake.merge(entry.block(), entry.count(), Long::sum);
            } else {
                sum.add(
                        entry.block(),
                        entry.action(),
                        table.price(entry.action()).multiply(BigDecimal.valueOf(entry.count())));
            }
        }
        for (Block block : blocks) {
            sum.add(block, table, cycles, awake.getOrDefault(block.wakesWith(), 0L), clockHertz);
        }
        return new EnergyReport(sum.byBlock, sum.byAction, sum.total);
    }

    private static final class Sum {
        private final Map<String, BigDecimal> byBlock = new LinkedHashMap<>();
        private final Map<String, BigDecimal> byAction = new LinkedHashMap<>();
        private BigDecimal total = BigDecimal.ZERO;

        void add(Block block, EnergyTable table, long cycles, long awakeCycles, BigDecimal clockHertz) {
            BigDecimal leaked = overCycles(table.staticPower(block.kind()), cycles, awakeCycles, clockHertz);
            add(block.name(), STATIC, leaked.multiply(BigDecimal.valueOf(block.units())));
            EnergyTable.ByState clock = table.clockEnergy(block.kind());
            BigDecimal clocked = clock.asleep()
                    .multiply(BigDecimal.valueOf(cycles - awakeCycles))
                    .add(clock.awake().multiply(BigDecimal.valueOf(awakeCycles)))
                    .multiply(BigDecimal.valueOf(block.units()));
            if (clocked.signum() != 0) {
                add(block.name(), CLOCK, clocked);
            }
        }

        void add(String block, String action, BigDecimal energy) {
            byBlock.merge(block, energy, BigDecimal::add);
            byAction.merge(action, energy, BigDecimal::add);
            total = total.add(energy);
        }
    }

    private static BigDecimal overCycles(
            EnergyTable.ByState watts, long cycles, long awakeCycles, BigDecimal clockHertz) {
        BigDecimal asleep =
                picojoulesPerCycle(watts.asleep(), clockHertz).multiply(BigDecimal.valueOf(cycles - awakeCycles));
        BigDecimal awake = picojoulesPerCycle(watts.awake(), clockHertz).multiply(BigDecimal.valueOf(awakeCycles));
        return asleep.add(awake);
    }

    /** The energy of a power in one cycle, to 34 digits. */
    public static BigDecimal picojoulesPerCycle(BigDecimal watts, BigDecimal clockHertz) {
        return watts.multiply(PICO).divide(clockHertz, MathContext.DECIMAL128);
    }
}
