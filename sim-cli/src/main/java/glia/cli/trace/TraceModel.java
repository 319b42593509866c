package glia.cli.trace;

import glia.chip.build.TraceTap.Block;
import glia.core.account.Action;
import glia.core.account.EnergyTable;
import java.math.BigDecimal;
import java.util.List;

/**
 * What the numbers in a trace stand for.
 *
 * @param blocks the blocks
 * @param kinds the kinds of message
 * @param actions the actions
 * @param phases the phases
 * @param clockHertz the one clock
 * @param prices what actions cost
 */
public record TraceModel(
        List<Block> blocks,
        List<String> kinds,
        List<? extends Action> actions,
        List<String> phases,
        BigDecimal clockHertz,
        EnergyTable prices) {
    /** The layer of a block, from 1; 0 for those of the whole chip. */
    public int layer(int block) {
        return blocks.get(block).layer();
    }

    /** The name of an action. */
    public String action(int action) {
        return actions.get(action).name();
    }

    /** The energy of an action, in picojoules. */
    public double picojoules(int action, long times) {
        return prices.price(action(action)).multiply(BigDecimal.valueOf(times)).doubleValue();
    }
}
