package glia.learning.reference;

import glia.chip.device.ElementParameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * How the synapses of a network are perturbed by θ~: by elements beside the cells, or by rewriting the cells.
 *
 * <pre>
 * separate   perturbed segment = stored segment + that of the elements, which have their limits
 * in place   before the pass  w = w + θ~        after it  w = w + (-θ~)        each a write of the cells, through their device
 *            merged           w = w + (x + (-θ~)), one write, where a commit of x follows
 * </pre>
 *
 * <p>θ~_ij is what the elements' change is for the factor s (1 for elements without a scale). An ideal cell counts a write by θ~ where
 * its element is driven, as in a commit; a merged write counts where its sum is not 0.
 */
final class ReferencePerturbing {
    private final ElementParameters parameters;
    private final ReferenceNetwork network;
    private final Map<Integer, Held> held = new TreeMap<>();

    /** What the cells of a layer hold beside its weights: a change by elements with a factor. */
    private record Held(LayerElements elements, float factor) {}

    ReferencePerturbing(ElementParameters parameters, ReferenceNetwork network) {
        this.parameters = parameters;
        this.network = network;
    }

    /** Sets elements, counting toggles, or rewrites cells; {@code scales} are s by layer. */
    void set(List<? extends LayerPerturbation> perturbations, float[] scales) {
        PerturbedForward.countToggles(network, parts(perturbations, scales));
        for (int l = 0; parameters.inPlace() && l < network.layers(); l++) {
            if (perturbations.get(l) instanceof LayerElements elements) {
                Held change = new Held(elements, elements.unit(scales[l]));
                held.put(l, change);
                rewrite(l, elements, change.factor());
            }
        }
    }

    /** The outputs of the perturbed pass. */
    float[] outputs(float[] input, List<? extends LayerPerturbation> perturbations, float[] scales) {
        return PerturbedForward.outputs(network, input, parts(perturbations, scales), scales);
    }

    private List<LayerPerturbation> parts(List<? extends LayerPerturbation> perturbations, float[] scales) {
        List<LayerPerturbation> parts = new ArrayList<>();
        for (int l = 0; l < network.layers(); l++) {
            LayerPerturbation whole = perturbations.get(l);
            if (parameters.inPlace()) {
                parts.add(new BiasPart(whole, network.size(l)));
            } else if (!parameters.isExact() && whole instanceof LayerElements elements) {
                parts.add(new LimitedPart(elements, scales[l], l, network.size(l), network.size(l + 1), parameters));
            } else {
                parts.add(whole);
            }
        }
        return parts;
    }

    /**
     * Ends a perturbed pass: restores cells unless they are wanted as they are for the next one, or a commit that follows does it.
     *
     * @param kept whether the same perturbation follows
     * @param commits whether a commit follows
     */
    void endPass(boolean kept, boolean commits) {
        if (!kept && !(parameters.mergedRestore() && commits)) {
            held.forEach((l, change) -> rewrite(l, change.elements(), -change.factor()));
            held.clear();
        }
    }

    /** Whether a commit of a layer is one write with its restore. */
    boolean merges(int l) {
        return held.containsKey(l);
    }

    /** What the restore asks of a synapse, -θ~. */
    float restore(int l, int i, int j) {
        Held change = Objects.requireNonNull(held.get(l));
        return change.elements().change(-change.factor(), i, j);
    }

    /** A merged restore is done. */
    void restored(int l) {
        held.remove(l);
    }

    private void rewrite(int l, LayerElements elements, float factor) {
        network.cells().startWrite(l);
        for (int i = 0; i < network.size(l); i++) {
            for (int j = 0; j < network.size(l + 1); j++) {
                float x = elements.change(factor, i, j);
                if (!network.cells().areIdeal()) {
                    CountedWrite.ofCell(network, l, i, j, x);
                    continue;
                }
                network.weights()[l][i][j] = network.weights()[l][i][j] + x;
                if (elements.drives(i, j)) {
                    CountedWrite.count(network, l, i, j, elements.potentiates(factor, i, j));
                }
            }
        }
    }
}
