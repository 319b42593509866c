package glia.chip.build;

import glia.chip.block.AstrocyteUnit;
import glia.chip.block.CostUnit;
import glia.chip.block.NeuronUnit;
import glia.chip.block.SynapseTile;
import glia.chip.message.Activations;
import glia.chip.message.BackwardSums;
import glia.chip.message.Broadcast;
import glia.chip.message.ChipMessage;
import glia.chip.message.DeltaVec;
import glia.chip.message.ErrorEstimate;
import glia.chip.message.LearningRate;
import glia.chip.message.NodeSigns;
import glia.chip.message.OutputError;
import glia.chip.message.PartialSums;
import glia.chip.message.ProbeResult;
import glia.chip.message.RunnerUp;
import glia.chip.message.Slopes;
import glia.chip.message.SquaredNorm;
import glia.chip.message.Target;
import java.util.function.Consumer;

/**
 * One block of a chip that is told messages while all others stay silent; what it sends arrives nowhere. It stands in this package
 * because a chip shows its blocks to nobody outside: only a test may speak to a block past its wires.
 */
public final class LoneBlock {
    private final Consumer<ChipMessage> handler;

    private LoneBlock(Consumer<ChipMessage> handler) {
        this.handler = handler;
    }

    /** A tile, neuron unit, astrocyte unit or the cost unit by its name in the ledger. */
    public static LoneBlock of(Chip chip, String name) {
        if (name.equals("cost")) {
            return new LoneBlock(message -> tell(chip.blocks().cost(), message));
        }
        for (Chip.Layer layer : chip.blocks().layers()) {
            String prefix = layer.site().name();
            if (name.equals(prefix + ".neurons")) {
                return new LoneBlock(message -> tell(layer.neurons(), message));
            }
            if (name.equals(prefix + ".astrocyte")) {
                AstrocyteUnit unit = layer.astrocyte().orElseThrow();
                return new LoneBlock(message -> tell(unit, message));
            }
            for (SynapseTile tile : layer.tiles()) {
                if (name.equals(tile.site().name())) {
                    return new LoneBlock(message -> tell(tile, message));
                }
            }
        }
        throw new IllegalArgumentException("no block " + name);
    }

    /** The block behind a port: its name is that of its block and what it hears, but for sums, which go from the tile so named. */
    public static String receiver(String port) {
        int dot = port.lastIndexOf('.');
        String block = port.substring(0, dot);
        String layer = block.substring(0, Math.max(0, block.indexOf('.')));
        return switch (port.substring(dot + 1)) {
            case "sums" -> layer + ".neurons";
            case "backward" -> "layer" + (Integer.parseInt(layer.substring("layer".length())) - 1) + ".neurons";
            default -> block;
        };
    }

    /** Has the block handle a message. */
    public void tell(ChipMessage message) {
        handler.accept(message);
    }

    private static void tell(SynapseTile tile, ChipMessage message) {
        if (message instanceof Broadcast word) {
            word.tell(tile);
        } else if (message instanceof Activations in) {
            tile.onActivations(in);
        } else if (message instanceof DeltaVec in) {
            tile.onDeltaVec(in);
        } else if (message instanceof NodeSigns in) {
            tile.onNodeSigns(in);
        } else if (message instanceof ErrorEstimate in) {
            tile.onErrorEstimate(in);
        } else {
            throw new IllegalArgumentException("no tile hears " + message);
        }
    }

    private static void tell(NeuronUnit neurons, ChipMessage message) {
        if (message instanceof Broadcast word) {
            word.tell(neurons);
        } else if (message instanceof PartialSums in) {
            neurons.onPartialSums(in);
        } else if (message instanceof BackwardSums in) {
            neurons.onBackwardSums(in);
        } else if (message instanceof DeltaVec in) {
            neurons.onDeltaVec(in);
        } else if (message instanceof ErrorEstimate in) {
            neurons.onErrorEstimate(in);
        } else {
            throw new IllegalArgumentException("no neuron unit hears " + message);
        }
    }

    private static void tell(AstrocyteUnit astrocyte, ChipMessage message) {
        if (message instanceof Broadcast word) {
            word.tell(astrocyte);
        } else if (message instanceof Slopes in) {
            astrocyte.onSlopes(in);
        } else if (message instanceof SquaredNorm in) {
            astrocyte.onSquaredNorm(in);
        } else if (message instanceof Target in) {
            astrocyte.onTarget(in);
        } else if (message instanceof RunnerUp in) {
            astrocyte.onRunnerUp(in);
        } else if (message instanceof OutputError in) {
            astrocyte.onOutputError(in);
        } else if (message instanceof ProbeResult in) {
            astrocyte.onProbeResult(in);
        } else {
            throw new IllegalArgumentException("no astrocyte unit hears " + message);
        }
    }

    private static void tell(CostUnit cost, ChipMessage message) {
        if (message instanceof Broadcast word) {
            word.tell(cost);
        } else if (message instanceof Activations in) {
            cost.onOutputs(in);
        } else if (message instanceof Target in) {
            cost.onTarget(in);
        } else if (message instanceof LearningRate in) {
            cost.onLearningRate(in);
        } else if (message instanceof SquaredNorm in) {
            cost.onSquaredNorm(in);
        } else {
            throw new IllegalArgumentException("no cost unit hears " + message);
        }
    }
}
