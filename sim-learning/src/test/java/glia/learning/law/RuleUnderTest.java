package glia.learning.law;

import glia.chip.build.ChipConfig;
import glia.chip.build.NetworkShape;
import glia.chip.plasticity.LearningRule;
import glia.learning.reference.ReferenceNetwork;
import glia.learning.reference.ReferenceRule;

/** A learning rule in its two forms; what {@link RuleLaws} test. Each call answers an object of its own. */
public interface RuleUnderTest {
    /** The rule as a kit for the blocks of a chip that runs this network. */
    LearningRule rule(NetworkShape shape);

    /**
     * The rule as plain loops over whole matrices.
     *
     * @param network what learns; its segments are as long as the chip's tiles have rows
     * @param config the chip, for rules with transposed reads, which sum over the columns of a tile
     */
    ReferenceRule reference(ReferenceNetwork network, ChipConfig config);

    /** Whether the rule can run such a network. */
    default boolean fits(NetworkShape shape) {
        return true;
    }
}
