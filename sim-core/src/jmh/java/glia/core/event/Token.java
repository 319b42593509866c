package glia.core.event;

/** A message of one word that is sent on until its hops are used up. */
final class Token implements Message {
    int hops;

    @Override
    public int words() {
        return 1;
    }
}
