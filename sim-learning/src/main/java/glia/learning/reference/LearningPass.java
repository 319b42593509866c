package glia.learning.reference;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a rule does in one perturbed pass.
 *
 * @param perturbations one for each layer
 * @param changes the requested changes, by layer; a layer without one stays as it is
 */
record LearningPass(List<? extends LayerPerturbation> perturbations, Map<Integer, ? extends LayerChange> changes) {
    /** Perturbs all layers and changes them by the same elements. */
    static LearningPass of(List<? extends LayerElements> elements) {
        Map<Integer, LayerElements> changes = new TreeMap<>();
        for (int l = 0; l < elements.size(); l++) {
            changes.put(l, elements.get(l));
        }
        return new LearningPass(elements, changes);
    }
}
