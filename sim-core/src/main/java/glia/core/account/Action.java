package glia.core.account;

/** A countable thing that hardware does. An enum of actions is the vocabulary of a chip. */
public interface Action {
    /** The name under which the action stands in tables and reports. */
    String name();

    /** The place of the action in its vocabulary, from 0. */
    int ordinal();
}
