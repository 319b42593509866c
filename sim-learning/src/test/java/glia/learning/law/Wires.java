package glia.learning.law;

import glia.chip.datapath.DeltaVecMemory;
import glia.chip.datapath.PerturbationElements;
import glia.chip.plasticity.LayerSite;

/** What lies between a rule's parts and the hardware of their blocks: lets all through, unless told otherwise. */
interface Wires {
    /** What a block's part sets its elements through, in the place of {@code elements}. */
    default PerturbationElements elements(Place place, PerturbationElements elements) {
        return elements;
    }

    /** Called with the signs that a layer's part has drawn for its neurons, which may be changed. */
    default void drawn(float[] signs) {}

    /** Called with each scale and each update word that the cost unit's part has formed. */
    default void told(float word) {}

    /** Called with the memory of a layer's astrocyte when it is made. */
    default void made(LayerSite layer, DeltaVecMemory memory) {}
}
