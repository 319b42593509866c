package glia.chip.block;

import glia.chip.ChipAction;
import glia.chip.datapath.ActivationFunction;
import glia.chip.datapath.Numerics;
import glia.chip.datapath.Slope;
import glia.chip.message.Slopes;
import glia.chip.message.SquaredNorm;
import glia.core.account.Resource;
import glia.core.archive.Archive;
import glia.core.event.OutPort;
import java.util.ArrayList;
import java.util.List;

/** What a neuron unit tells astrocytes of a baseline pass: slopes to that of its layer, the sum of squares to that of the next one. */
public final class AstrocyteWords {
    private final Resource resource;
    private final float[] activations;
    private Slope slope = Slope.NONE;
    private final float[] slopes;
    private Slopes slopesMessage;
    private final List<OutPort<Slopes>> slopesWires = new ArrayList<>();
    private final float[] squaredNorm = new float[1];
    private final SquaredNorm squaredNormMessage;
    private final List<OutPort<SquaredNorm>> squaredNormWires = new ArrayList<>();

    /** Makes the words of a layer, from 0, of its activations, which stay the owner's. */
    AstrocyteWords(Resource resource, int layer, float[] activations) {
        this.resource = resource;
        this.activations = activations;
        slopes = new float[activations.length];
        slopesMessage = new Slopes(slopes, slopes.length);
        squaredNormMessage = new SquaredNorm(layer + 1, squaredNorm);
    }

    /** Connects the layer's own astrocyte, which is told slopes in a certain way. */
    public void connectSlopes(OutPort<Slopes> wire, Slope told) {
        slopesWires.add(wire);
        slope = told;
        slopesMessage = new Slopes(slopes, told.words(slopes.length));
    }

    /** Connects the next layer's astrocyte, which needs the sum of squares of the activations. */
    public void connectSquaredNorm(OutPort<SquaredNorm> wire) {
        squaredNormWires.add(wire);
    }

    void tellSlopes(ActivationFunction function, long readyCycle) {
        if (slopesWires.isEmpty()) {
            return;
        }
        for (int j = 0; j < slopes.length; j++) {
            slopes[j] = slope.of(function, activations[j]);
        }
        long done = resource.perform(evaluation(slope), slopes.length, readyCycle);
        for (OutPort<Slopes> wire : slopesWires) {
            wire.send(slopesMessage, done);
        }
    }

    /** What telling one slope takes: a comparison for a bit, an evaluation for a word. */
    public static ChipAction evaluation(Slope told) {
        return told == Slope.TWO_LEVEL ? ChipAction.COMPARE : ChipAction.EVALUATE_SLOPE;
    }

    void tellSquaredNorm(long readyCycle) {
        if (squaredNormWires.isEmpty()) {
            return;
        }
        squaredNorm[0] = Numerics.sumOfSquares(activations);
        long done = resource.perform(ChipAction.DIGITAL_MULTIPLY_ACCUMULATE, activations.length, readyCycle);
        for (OutPort<SquaredNorm> wire : squaredNormWires) {
            wire.send(squaredNormMessage, done);
        }
    }

    /** Saves or loads what was told last. */
    void state(Archive archive) {
        archive.at(slopes);
        archive.at(squaredNorm);
    }
}
