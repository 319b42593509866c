package glia.learning.reference;

/** Elements that perturb a layer and, weighed by the change of the cost, change it. */
interface LayerElements extends LayerPerturbation, LayerChange {}
