package glia.chip.build;

import glia.chip.block.AstrocyteUnit;
import glia.chip.block.CostUnit;
import glia.chip.block.InputPort;
import glia.chip.block.NeuronUnit;
import glia.chip.block.SynapseTile;
import glia.chip.message.Activations;
import glia.chip.message.DeltaVec;
import glia.chip.message.LearningRate;
import glia.chip.message.PartialSums;
import glia.chip.message.SquaredNorm;
import glia.chip.plasticity.LayerSite;
import glia.chip.plasticity.LearningRule;
import glia.chip.plasticity.ScaleSource;
import glia.chip.plasticity.TileSite;
import glia.core.event.Message;
import glia.core.event.OutPort;
import java.util.List;
import java.util.function.Consumer;

/** Who is connected to whom: the one place where wires are drawn, those to the broadcast bus apart ({@link BusWiring}). */
final class Wiring {
    private final Connector connector;
    private final BusWiring listeners;
    private final LearningRule rule;

    Wiring(Connector connector, BusWiring listeners, LearningRule rule) {
        this.connector = connector;
        this.listeners = listeners;
        this.rule = rule;
    }

    OutPort<LearningRate> rateWire(CostUnit cost) {
        return wire("sequencer", "cost", "rate", cost::onLearningRate);
    }

    OutPort<PartialSums> sumsWire(TileSite tile, LayerSite layer, NeuronUnit neurons) {
        return connector.connect(tile.name(), layer.name() + ".neurons", tile.name() + ".sums", neurons::onPartialSums);
    }

    /** A wire from one block to a port of another one. */
    private <M extends Message> OutPort<M> wire(String from, String to, String port, Consumer<M> handler) {
        return connector.connect(from, to, to + "." + port, handler);
    }

    private static String neurons(Chip.Layer layer) {
        return layer.site().name() + ".neurons";
    }

    private static String astrocyte(Chip.Layer layer) {
        return layer.site().name() + ".astrocyte";
    }

    void connect(InputPort input, CostUnit cost, List<Chip.Layer> layers) {
        input.connectCostUnit(wire("input", "cost", "target", cost::onTarget));
        for (Chip.Layer layer : layers) {
            connectForward(input, layers, layer);
            connectSigns(layer);
            if (rule.backpropagates()) {
                connectBackward(cost, layers, layer);
            }
            layer.astrocyte().ifPresent(astrocyte -> connectAstrocyte(input, cost, layers, layer, astrocyte));
            if (layer.site().isLast()) {
                connectOutputs(cost, layer);
            }
            listeners.listen(layer, layers);
        }
        listeners.listen(input, cost, layers);
    }

    private void connectForward(InputPort input, List<Chip.Layer> layers, Chip.Layer layer) {
        int number = layer.site().layer();
        for (SynapseTile tile : layer.tiles()) {
            TileSite site = tile.site();
            String from = number == 0 ? "input" : neurons(layers.get(number - 1));
            OutPort<Activations> wire = wire(from, site.name(), "activations", tile::onActivations);
            if (number == 0) {
                input.connectTile(wire, site.firstRow(), site.rows());
            } else {
                layers.get(number - 1).neurons().connect(wire, site.firstRow(), site.rows());
            }
        }
    }

    private void connectSigns(Chip.Layer layer) {
        if (rule.node(layer.site()).isPresent()) {
            for (SynapseTile tile : layer.tiles()) {
                TileSite site = tile.site();
                layer.neurons()
                        .connectSigns(
                                wire(neurons(layer), site.name(), "signs", tile::onNodeSigns),
                                site.firstColumn(),
                                site.columns());
            }
        }
    }

    private void connectBackward(CostUnit cost, List<Chip.Layer> layers, Chip.Layer layer) {
        NeuronUnit neurons = layer.neurons();
        String source = layer.site().isLast() ? "cost" : neurons(layer);
        if (layer.site().isLast()) {
            OutPort<DeltaVec> wire = wire(source, neurons(layer), "deltavec", neurons::onDeltaVec);
            cost.errors().connectBackward(wire, 0, layer.site().neurons());
        }
        for (SynapseTile tile : layer.tiles()) {
            TileSite site = tile.site();
            OutPort<DeltaVec> wire = wire(source, site.name(), "deltavec", tile::onDeltaVec);
            if (layer.site().isLast()) {
                cost.errors().connectBackward(wire, site.firstColumn(), site.columns());
            } else {
                neurons.backward().connectTile(wire, site.firstColumn(), site.columns());
            }
        }
        if (layer.site().layer() > 0) {
            Chip.Layer below = layers.get(layer.site().layer() - 1);
            int segments = 0;
            for (SynapseTile tile : layer.tiles()) {
                segments = Math.max(segments, tile.site().columnTile() + 1);
                String from = tile.site().name();
                tile.connectBackward(
                        connector.connect(from, neurons(below), from + ".backward", below.neurons()::onBackwardSums));
            }
            below.neurons().backward().expect(segments, layer.tiles().size());
        }
    }

    private void connectOutputs(CostUnit cost, Chip.Layer last) {
        last.neurons()
                .connect(
                        wire(neurons(last), "cost", "outputs", cost::onOutputs),
                        0,
                        last.site().neurons());
        if (rule.perturbsLastLayer()) {
            return;
        }
        cost.errors()
                .connectEstimate(
                        wire("cost", neurons(last), "estimate", last.neurons()::onErrorEstimate),
                        0,
                        last.site().neurons());
        for (SynapseTile tile : last.tiles()) {
            TileSite site = tile.site();
            cost.errors()
                    .connectEstimate(
                            wire("cost", site.name(), "estimate", tile::onErrorEstimate),
                            site.firstColumn(),
                            site.columns());
        }
    }

    private void connectAstrocyte(
            InputPort input, CostUnit cost, List<Chip.Layer> layers, Chip.Layer layer, AstrocyteUnit astrocyte) {
        String name = astrocyte(layer);
        if (rule.astrocytes().probe(layer.site())) {
            cost.connectProbe(wire("cost", name, "probe", astrocyte::onProbeResult));
        }
        if (rule.astrocytes().tellSlopes(layer.site())) {
            layer.neurons()
                    .astrocyteWords()
                    .connectSlopes(
                            wire(neurons(layer), name, "slopes", astrocyte::onSlopes),
                            rule.astrocytes().slope());
        }
        if (rule.astrocytes().learnByLabel()) {
            input.connectLearningAstrocyte(wire("input", name, "class", astrocyte::onTarget));
        }
        if (rule.astrocytes().learnFromError()) {
            Chip.Layer last = layers.get(layers.size() - 1);
            last.astrocyte()
                    .filter(measuring -> measuring != astrocyte)
                    .ifPresent(measuring -> measuring.connectMeasuredError(
                            wire(astrocyte(last), name, "measured", astrocyte::onOutputError)));
        }
        if (rule.astrocytes().behaviour(layer.site()).isPresent()) {
            connectRecall(input, cost, layers, layer, astrocyte);
            connectDeltaVec(layer, astrocyte);
        }
    }

    private void connectRecall(
            InputPort input, CostUnit cost, List<Chip.Layer> layers, Chip.Layer layer, AstrocyteUnit astrocyte) {
        String name = astrocyte(layer);
        int number = layer.site().layer();
        if (rule.astrocytes().recallByRunnerUp()) {
            cost.errors().connectRunnerUp(wire("cost", name, "runnerup", astrocyte::onRunnerUp));
        }
        if (rule.astrocytes().recallByLabel()) {
            input.connectAstrocyte(wire("input", name, "target", astrocyte::onTarget));
        } else {
            cost.errors().connectError(wire("cost", name, "error", astrocyte::onOutputError));
        }
        if (rule.scaleSource() != ScaleSource.NONE) {
            connectNorm(input, cost, layers, number, astrocyte);
        }
    }

    private void connectNorm(
            InputPort input, CostUnit cost, List<Chip.Layer> layers, int number, AstrocyteUnit astrocyte) {
        String name = astrocyte(layers.get(number));
        String from = number == 0 ? "input" : neurons(layers.get(number - 1));
        OutPort<SquaredNorm> below = wire(from, name, "norm", astrocyte::onSquaredNorm);
        if (number == 0) {
            input.connectSquaredNorm(below);
        } else {
            layers.get(number - 1).neurons().astrocyteWords().connectSquaredNorm(below);
        }
        if (rule.scaleSource() != ScaleSource.ASTROCYTE) {
            astrocyte.connectSquaredNorm(wire(name, "cost", "norm" + number, cost::onSquaredNorm));
        }
    }

    private void connectDeltaVec(Chip.Layer layer, AstrocyteUnit astrocyte) {
        String from = astrocyte(layer);
        astrocyte.connectDeltaVec(
                wire(from, neurons(layer), "deltavec", layer.neurons()::onDeltaVec),
                0,
                layer.site().neurons());
        for (SynapseTile tile : layer.tiles()) {
            TileSite site = tile.site();
            astrocyte.connectDeltaVec(
                    wire(from, site.name(), "deltavec", tile::onDeltaVec), site.firstColumn(), site.columns());
        }
    }
}
