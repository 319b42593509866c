package glia.core.account;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts times prices, plus static power times time, as exact decimals: the parts add up to the whole to the last digit.
 *
 * @param byBlock picojoules by block
 * @param byAction picojoules by action; static power stands under {@value #STATIC}
 * @param totalPicojoules the sum of either
 */
public record EnergyReport(
        Map<String, BigDecimal> byBlock, Map<String, BigDecimal> byAction, BigDecimal totalPicojoules) {
    /** The name under which static energy stands among the actions. */
    public static final String STATIC = "STATIC_POWER";

    private static final BigDecimal PICO = BigDecimal.TEN.pow(12);

    /**
     * A block of the chip whose static power counts.
     *
     * @param name name of the block
     * @param kind kind of block
     * @param units how many units of that kind the block is, such as words of a memory
     */
    public record Block(String name, String kind, long units) {
        /** A block that is one unit of its kind. */
        public Block(String name, String kind) {
            this(name, kind, 1);
        }
    }

    /** Prices a ledger after a number of cycles of a clock. */
    public static EnergyReport of(
            List<ActionLedger.Entry> entries,
            List<Block> blocks,
            EnergyTable table,
            long cycles,
            BigDecimal clockHertz) {
        Map<String, BigDecimal> byBlock = new LinkedHashMap<>();
        Map<String, BigDecimal> byAction = new LinkedHashMap<>();
        BigDecimal total = BigDecimal.ZERO;
        for (ActionLedger.Entry entry : entries) {
            BigDecimal energy = table.price(entry.action()).multiply(BigDecimal.valueOf(entry.count()));
            byBlock.merge(entry.block(), energy, BigDecimal::add);
            byAction.merge(entry.action(), energy, BigDecimal::add);
            total = total.add(energy);
        }
        for (Block block : blocks) {
            BigDecimal energy = staticPicojoulesPerCycle(table, block.kind(), clockHertz)
                    .multiply(BigDecimal.valueOf(cycles))
                    .multiply(BigDecimal.valueOf(block.units()));
            byBlock.merge(block.name(), energy, BigDecimal::add);
            byAction.merge(STATIC, energy, BigDecimal::add);
            total = total.add(energy);
        }
        return new EnergyReport(byBlock, byAction, total);
    }

    /** The static energy of one block of a kind in one cycle, to 34 digits. */
    public static BigDecimal staticPicojoulesPerCycle(EnergyTable table, String kind, BigDecimal clockHertz) {
        return table.staticPower(kind).multiply(PICO).divide(clockHertz, MathContext.DECIMAL128);
    }
}
