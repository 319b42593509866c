package glia.learning.reference;

/** Elements that perturb a layer and, weighed by the change of the cost, change it. */
interface LayerElements extends LayerPerturbation, LayerChange {
    /** The factor for which a change is θ~ itself. */
    default float unit(float scale) {
        return scale;
    }
}
