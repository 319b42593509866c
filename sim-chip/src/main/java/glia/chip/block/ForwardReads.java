package glia.chip.block;

import glia.chip.datapath.SynapseArray;
import glia.chip.datapath.TileReader;
import glia.chip.message.Activations;
import glia.chip.message.PartialSums;
import glia.chip.message.Pass;
import glia.chip.plasticity.TileSite;
import glia.core.archive.Archive;
import glia.core.event.OutPort;

/** A tile read from its rows to its columns, for the neuron unit of its layer. */
final class ForwardReads {
    private final ReadWork work;
    private final ReadWork perturbedWork;
    private final TileReader reader;
    private final TileSite site;
    private final boolean zeroGating;
    private final TileReader.Lines stored;
    private final TileReader.Lines perturbed;
    private final OutPort<PartialSums> wire;
    private final PartialSums[] messages = new PartialSums[Pass.values().length];
    private long trainingPasses;
    private long inferences;

    /** Makes the reads of a tile, those of perturbed passes with work of their own where a second copy of the cells does it. */
    ForwardReads(
            ReadWork work,
            ReadWork perturbedWork,
            TileReader reader,
            SynapseArray array,
            TileSite site,
            boolean zeroGating,
            OutPort<PartialSums> wire) {
        this.work = work;
        this.perturbedWork = perturbedWork;
        this.reader = reader;
        this.site = site;
        this.zeroGating = zeroGating;
        this.wire = wire;
        stored = array::multiply;
        perturbed = array::multiplyPerturbed;
        for (Pass pass : Pass.values()) {
            messages[pass.ordinal()] =
                    new PartialSums(pass, site.segment(), site.firstColumn(), new float[site.columns()]);
        }
    }

    /** Reads the sums of a layer's values from a cycle on, those of elements too if they are set, and sends them. */
    void read(Activations in, boolean elements, long readyCycle) {
        boolean inference = in.pass() == Pass.INFERENCE;
        boolean isPerturbed = in.pass() == Pass.PERTURBED;
        PartialSums out = messages[in.pass().ordinal()];
        reader.read(
                isPerturbed ? perturbed : stored,
                inference,
                inference ? inferences++ : trainingPasses++,
                in.values(),
                in.first(),
                out.values());
        int driven = zeroGating ? reader.drivenRows(in.values(), in.first()) : site.rows();
        ReadWork by = isPerturbed ? perturbedWork : work;
        wire.send(out, by.lines(driven, site.columns(), elements, site.columns(), readyCycle));
    }

    /** How lines are read. */
    TileReader reader() {
        return reader;
    }

    /** When the cells have been read by all that was asked so far. */
    long readCycle() {
        return Math.max(work.readCycle(), perturbedWork.readCycle());
    }

    /** Saves or loads how often cells were read, on which their noise depends, and when last. */
    void state(Archive archive) {
        trainingPasses = archive.at(trainingPasses);
        inferences = archive.at(inferences);
        work.state(archive);
        perturbedWork.state(archive);
    }
}
