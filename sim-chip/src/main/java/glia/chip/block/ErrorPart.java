package glia.chip.block;

import glia.chip.ChipAction;
import glia.chip.datapath.CostFunction;
import glia.chip.message.DeltaVec;
import glia.chip.message.ErrorEstimate;
import glia.chip.message.OutputError;
import glia.chip.message.RunnerUp;
import glia.core.account.Resource;
import glia.core.archive.Archive;
import glia.core.event.OutPort;
import java.util.ArrayList;
import java.util.List;

/** What a cost unit tells of the baseline pass: the output error, times the learning rate for an exact last layer, or the runner-up. */
public final class ErrorPart {
    private final Resource resource;
    private final float[] error;
    private final float[] scaledError;
    private final OutputError errorMessage;
    private final List<OutPort<OutputError>> errorWires = new ArrayList<>();
    private final List<OutPort<DeltaVec>> deltaVecWires = new ArrayList<>();
    private final List<DeltaVec> deltaVecs = new ArrayList<>();
    private final RunnerUp runnerUp = new RunnerUp(new int[1]);
    private final List<OutPort<RunnerUp>> runnerUpWires = new ArrayList<>();
    private final DeltaThreshold threshold;
    private final List<OutPort<ErrorEstimate>> estimateWires = new ArrayList<>();
    private final List<ErrorEstimate> estimates = new ArrayList<>();

    ErrorPart(Resource resource, int classes, float deltaThreshold) {
        this.resource = resource;
        error = new float[classes];
        scaledError = new float[classes];
        errorMessage = new OutputError(error);
        threshold = new DeltaThreshold(resource, deltaThreshold);
    }

    /** Connects an astrocyte that recalls by error. */
    public void connectError(OutPort<OutputError> wire) {
        errorWires.add(wire);
    }

    /** Connects an astrocyte that recalls by label and runner-up. */
    public void connectRunnerUp(OutPort<RunnerUp> wire) {
        runnerUpWires.add(wire);
    }

    /** Connects a block of the last layer that is told {@code count} errors from {@code first} on, to go backwards. */
    public void connectBackward(OutPort<DeltaVec> wire, int first, int count) {
        deltaVecWires.add(wire);
        deltaVecs.add(new DeltaVec(error, first, count, threshold.words()));
    }

    /** Connects a receiver of {@code count} error estimates from {@code first} on. */
    public void connectEstimate(OutPort<ErrorEstimate> wire, int first, int count) {
        estimateWires.add(wire);
        estimates.add(new ErrorEstimate(scaledError, first, count));
    }

    void tell(float[] outputs, float[] probabilities, int label, float rate, long readyCycle) {
        if (!runnerUpWires.isEmpty()) {
            tellRunnerUp(outputs, label, readyCycle);
        }
        if (errorWires.isEmpty() && deltaVecWires.isEmpty() && estimateWires.isEmpty()) {
            return;
        }
        CostFunction.error(probabilities, label, error);
        long done = resource.perform(ChipAction.ADD, error.length, readyCycle);
        for (OutPort<OutputError> wire : errorWires) {
            wire.send(errorMessage, done);
        }
        if (!deltaVecWires.isEmpty()) {
            tellBackward(done);
        }
        if (!estimateWires.isEmpty()) {
            for (int k = 0; k < error.length; k++) {
                scaledError[k] = rate * error[k];
            }
            long scaled = resource.perform(ChipAction.DIGITAL_MULTIPLY_ACCUMULATE, error.length, done);
            for (int i = 0; i < estimates.size(); i++) {
                estimateWires.get(i).send(estimates.get(i), scaled);
            }
        }
    }

    /** The class of the largest output but the label's, the first one of equals. */
    private void tellRunnerUp(float[] outputs, int label, long readyCycle) {
        int best = label == 0 ? 1 : 0;
        for (int k = best + 1; k < outputs.length; k++) {
            best = k != label && outputs[k] > outputs[best] ? k : best;
        }
        runnerUp.value()[0] = best;
        long done = resource.perform(ChipAction.COMPARE, outputs.length, readyCycle);
        for (OutPort<RunnerUp> wire : runnerUpWires) {
            wire.send(runnerUp, done);
        }
    }

    private void tellBackward(long readyCycle) {
        long done = threshold.find(error, readyCycle);
        for (int i = 0; i < deltaVecs.size(); i++) {
            deltaVecWires.get(i).send(deltaVecs.get(i), done);
        }
    }

    /** Saves or loads the error of the last sample. */
    void state(Archive archive) {
        archive.at(error);
        archive.at(scaledError);
        threshold.state(archive);
    }
}
