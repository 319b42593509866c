package glia.chip.build;

import glia.chip.ChipAction;
import glia.chip.interconnect.Reach;
import glia.core.account.Action;
import glia.core.account.ActionLedger;
import glia.core.account.ActionTiming;
import glia.core.account.AwakeCycle;
import glia.core.account.CycleResource;
import glia.core.account.EnergyReport;
import glia.core.account.Resource;
import glia.core.account.TimedResource;
import glia.core.account.WakingResource;
import glia.core.archive.Archive;
import glia.core.event.Simulation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Hands out the resources of a chip's blocks, timed by technology and structure, and keeps their ledger. */
public final class Hardware {
    private static final AwakeCycle AWAKE = new AwakeCycle(ChipAction.values().length);

    private final Simulation simulation;
    private final ChipConfig config;
    private final Technology technology;
    private final ActionLedger ledger;
    private final List<EnergyReport.Block> blocks = new ArrayList<>();
    private final Map<String, ActionTiming[]> timings = new HashMap<>();
    private final Reach reach;
    private final boolean counting;
    private final Optional<? extends Watch> watch;
    private final List<Resource> resources = new ArrayList<>();
    private int wires;

    /**
     * Makes the hardware of a chip with the reach of its broadcast bus; it counts actions, or only times them; and
     * is watched, if it is to be.
     */
    Hardware(
            Simulation simulation,
            ChipConfig config,
            Technology technology,
            Reach reach,
            boolean counting,
            Optional<? extends Watch> watch) {
        this.simulation = simulation;
        this.config = config;
        this.technology = technology;
        this.reach = reach;
        this.counting = counting;
        this.watch = watch;
        List<Action> vocabulary = new ArrayList<>(List.of(ChipAction.values()));
        if (config.powerGating() != PowerGating.NONE) {
            vocabulary.add(AWAKE);
        }
        ledger = new ActionLedger(vocabulary);
    }

    /** The resource of a block that has no columns. */
    Resource block(String name, BlockKind kind) {
        return block(name, kind, 1);
    }

    /** The resource of a block; {@code columns} are those of a tile. */
    Resource block(String name, BlockKind kind, int columns) {
        blocks.add(new EnergyReport.Block(name, kind.label()));
        return resource(name, kind, columns);
    }

    /** Registers of some words beside a block; they draw static power, and what they do the block performs. */
    void registers(String name, long words) {
        if (words > 0) {
            blocks.add(new EnergyReport.Block(name + ".registers", BlockKind.REGISTER.label(), words, name));
        }
    }

    /** One more wire of the interconnect, counted in the interconnect's account. */
    Resource wire() {
        wires++;
        return resource(BlockKind.INTERCONNECT.label(), BlockKind.INTERCONNECT, 1);
    }

    private Resource resource(String name, BlockKind kind, int columns) {
        ActionTiming[] all = timings(kind, columns);
        Resource made = counting ? counted(name, kind, all) : new CycleResource(simulation, all);
        resources.add(made);
        return watch.isPresent() ? watch.get().resource(made, name, kind, all) : made;
    }

    private Resource counted(String name, BlockKind kind, ActionTiming[] all) {
        ActionLedger.Account account = ledger.open(name, kind.label());
        Resource timed = new TimedResource(simulation, account, all);
        return config.powerGating() == PowerGating.NONE ? timed : new WakingResource(simulation, account, timed, AWAKE);
    }

    private ActionTiming[] timings(BlockKind kind, int columns) {
        return timings.computeIfAbsent(kind + "/" + columns, key -> {
            ActionTiming[] all = new ActionTiming[ChipAction.values().length];
            for (ChipAction action : ChipAction.values()) {
                all[action.ordinal()] = timing(kind, action, columns);
            }
            return all;
        });
    }

    /** The timing of an action on a kind of block. */
    ActionTiming timing(BlockKind kind, ChipAction action, int columns) {
        return config.timing(technology, kind, action, columns, reach);
    }

    /** The timing of a word on a link of the interconnect, of some steps of the floorplan's grid. */
    ActionTiming linkTiming(int length) {
        return config.linkTiming(technology, length);
    }

    /** The exact counts. */
    ActionLedger ledger() {
        return ledger;
    }

    /** Number of wires. */
    int wires() {
        return wires;
    }

    /** The blocks that draw static power. */
    List<EnergyReport.Block> blocks() {
        return List.copyOf(blocks);
    }

    /** Saves or loads the ledger, and when every unit is free. */
    void state(Archive archive) {
        archive.part("ledger");
        ledger.state(archive);
        archive.part("resources");
        resources.forEach(resource -> resource.state(archive));
    }
}
