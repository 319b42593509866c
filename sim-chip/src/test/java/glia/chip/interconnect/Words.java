package glia.chip.interconnect;

import glia.core.event.Message;

/** A message that is nothing but its size; each is one of its own. */
final class Words implements Message {
    private final int words;

    Words(int words) {
        this.words = words;
    }

    @Override
    public int words() {
        return words;
    }
}
