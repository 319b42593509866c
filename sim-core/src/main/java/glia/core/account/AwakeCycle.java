package glia.core.account;

/**
 * A cycle in which a block is awake: from the delivery that gives it work until the last result is out. Not an action of the
 * hardware, but counted like one where idle blocks are gated, so that counts of a run can be priced later.
 *
 * @param ordinal place behind the actions of the vocabulary
 */
public record AwakeCycle(int ordinal) implements Action {
    /** The name under which awake cycles stand in a ledger. */
    public static final String NAME = "AWAKE_CYCLE";

    @Override
    public String name() {
        return NAME;
    }
}
