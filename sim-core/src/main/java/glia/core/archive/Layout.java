package glia.core.archive;

/** What writer and reader agree on. */
final class Layout {
    /** Bytes that go through at once. */
    static final int BUFFER = 1 << 17;

    /** Bytes of the sum at the end. */
    static final int SUM = Long.BYTES;

    private Layout() {}
}
