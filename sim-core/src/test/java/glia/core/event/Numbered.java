package glia.core.event;

/** A message that tests can tell from others. */
record Numbered(int number, int words) implements Message {
    Numbered(int number) {
        this(number, 1);
    }
}
