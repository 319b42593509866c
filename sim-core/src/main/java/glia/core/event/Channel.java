package glia.core.event;

/** A wire without contention: a message of this size is ready at this cycle; when does it arrive? Always later. */
public interface Channel {
    /** Answers the cycle of arrival, later than {@code readyCycle}, of a message of {@code words} words. */
    long arrival(long readyCycle, int words);
}
