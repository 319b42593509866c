package glia.core.event;

import java.lang.management.ManagementFactory;

/** How much memory the present thread allocates. */
final class AllocatedBytes {
    private AllocatedBytes() {}

    private static final int REPEATS = 20;

    /** Bytes allocated by doing some work many times, after it was done a few times. */
    static long during(Runnable work) {
        com.sun.management.ThreadMXBean threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().getId();
        for (int warmUp = 0; warmUp < 5; warmUp++) {
            work.run();
            threads.getThreadAllocatedBytes(thread);
        }
        long before = threads.getThreadAllocatedBytes(thread);
        for (int repeat = 0; repeat < REPEATS; repeat++) {
            work.run();
        }
        return threads.getThreadAllocatedBytes(thread) - before;
    }
}
