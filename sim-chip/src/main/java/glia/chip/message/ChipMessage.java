package glia.chip.message;

import glia.core.event.Message;

/** Everything that travels on the chip, one word a value. */
public sealed interface ChipMessage extends Message
        permits Activations,
                PartialSums,
                Target,
                Slopes,
                SquaredNorm,
                OutputError,
                DeltaVec,
                ErrorEstimate,
                RunnerUp,
                NodeSigns,
                BackwardSums,
                ProbeResult,
                LearningRate,
                Broadcast {}
