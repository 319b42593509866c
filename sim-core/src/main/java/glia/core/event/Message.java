package glia.core.event;

/** What travels between blocks; only its size concerns the kernel. */
public interface Message {
    /** The size of this message in words of the chip. */
    int words();
}
