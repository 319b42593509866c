package glia.core.event;

import glia.core.archive.Archive;
import java.util.Arrays;
import org.agrona.BitUtil;
import org.jspecify.annotations.Nullable;

/**
 * Pending deliveries, ordered by (cycle, order of sending).
 *
 * <p>A timing wheel of one slot a cycle holds what is due within {@value #SLOTS} cycles, each slot a first-in-first-out list
 * threaded through parallel arrays; a bitmap finds the next occupied slot. Later deliveries wait in a binary heap ordered by
 * (cycle, order) and move to the wheel as soon as time comes near enough, that is, before any direct insertion into their
 * slot, so that order of sending holds. Nothing is allocated for an event once the arrays are as large as the run needs.
 */
public final class EventQueue {
    private static final int SLOTS = 4096;
    private static final int NONE = -1;

    private final int[] first = new int[SLOTS];
    private final int[] last = new int[SLOTS];
    private final long[] occupied = new long[SLOTS / Long.SIZE];
    private int inWheel;

    private long[] cycles;
    private long[] orders;
    private int[] nexts;
    private @Nullable InPort<?>[] ports;
    private @Nullable Message[] messages;
    private int free = NONE;
    private int used;

    private int[] heap = new int[16];
    private int heapSize;

    private long currentCycle;
    private long sent;
    private int current = NONE;

    /** Makes an empty queue at cycle 0 with room for a number of pending deliveries; it grows by itself. */
    public EventQueue(int capacity) {
        int size = BitUtil.findNextPositivePowerOfTwo(Math.max(16, capacity));
        cycles = new long[size];
        orders = new long[size];
        nexts = new int[size];
        ports = new InPort<?>[size];
        messages = new Message[size];
        Arrays.fill(first, NONE);
    }

    /** Adds a delivery at a cycle that is not before the cycle of the last one taken. */
    public void add(long cycle, InPort<?> port, Message message) {
        if (cycle < currentCycle) {
            throw new IllegalStateException("a delivery at cycle " + cycle + " was asked for at cycle " + currentCycle);
        }
        int event = allocate();
        cycles[event] = cycle;
        orders[event] = sent++;
        ports[event] = port;
        messages[event] = message;
        if (cycle - currentCycle < SLOTS) {
            append(event);
        } else {
            push(event);
        }
    }

    /** Takes the next delivery, which {@link #cycle}, {@link #port} and {@link #message} then describe; false if there is none. */
    public boolean advance() {
        if (inWheel == 0) {
            if (heapSize == 0) {
                return false;
            }
            moveTo(cycles[heap[0]]);
        } else {
            long next = nextOccupiedCycle();
            if (next != currentCycle) {
                moveTo(next);
            }
        }
        int slot = (int) currentCycle & (SLOTS - 1);
        current = first[slot];
        first[slot] = nexts[current];
        if (first[slot] == NONE) {
            occupied[slot >> 6] &= ~(1L << slot);
        }
        inWheel--;
        release(current);
        return true;
    }

    /** Whether no delivery is pending. */
    public boolean isEmpty() {
        return inWheel == 0 && heapSize == 0;
    }

    /** The cycle of the delivery taken last, 0 before the first. */
    public long cycle() {
        return currentCycle;
    }

    /** The receiving port of the delivery taken last. */
    InPort<?> port() {
        return taken(ports);
    }

    /** The message of the delivery taken last. */
    Message message() {
        return taken(messages);
    }

    private <T> T taken(@Nullable T[] of) {
        T value = current == NONE ? null : of[current];
        if (value == null) {
            throw new IllegalStateException("no delivery was taken yet");
        }
        return value;
    }

    private void moveTo(long cycle) {
        currentCycle = cycle;
        while (heapSize > 0 && cycles[heap[0]] - currentCycle < SLOTS) {
            append(pop());
        }
    }

    private void append(int event) {
        int slot = (int) cycles[event] & (SLOTS - 1);
        nexts[event] = NONE;
        if (first[slot] == NONE) {
            first[slot] = event;
            occupied[slot >> 6] |= 1L << slot;
        } else {
            nexts[last[slot]] = event;
        }
        last[slot] = event;
        inWheel++;
    }

    private long nextOccupiedCycle() {
        int start = (int) currentCycle & (SLOTS - 1);
        int word = start >> 6;
        long bits = occupied[word] & (-1L << start);
        while (bits == 0) {
            word = (word + 1) & (occupied.length - 1);
            bits = occupied[word];
        }
        int slot = (word << 6) + Long.numberOfTrailingZeros(bits);
        return currentCycle + ((slot - start) & (SLOTS - 1));
    }

    private int allocate() {
        if (free != NONE) {
            int event = free;
            free = nexts[event];
            return event;
        }
        if (used == cycles.length) {
            grow();
        }
        return used++;
    }

    /** The slot of a taken event is reused by a later one; its port and message stay readable until then. */
    private void release(int event) {
        nexts[event] = free;
        free = event;
    }

    private void grow() {
        int size = cycles.length * 2;
        cycles = Arrays.copyOf(cycles, size);
        orders = Arrays.copyOf(orders, size);
        nexts = Arrays.copyOf(nexts, size);
        ports = Arrays.copyOf(ports, size);
        messages = Arrays.copyOf(messages, size);
    }

    private void push(int event) {
        if (heapSize == heap.length) {
            heap = Arrays.copyOf(heap, heapSize * 2);
        }
        int child = heapSize++;
        while (child > 0 && before(event, heap[(child - 1) / 2])) {
            heap[child] = heap[(child - 1) / 2];
            child = (child - 1) / 2;
        }
        heap[child] = event;
    }

    private int pop() {
        int top = heap[0];
        int moved = heap[--heapSize];
        int parent = 0;
        int child = 1;
        while (child < heapSize) {
            if (child + 1 < heapSize && before(heap[child + 1], heap[child])) {
                child++;
            }
            if (!before(heap[child], moved)) {
                break;
            }
            heap[parent] = heap[child];
            parent = child;
            child = 2 * parent + 1;
        }
        heap[parent] = moved;
        return top;
    }

    private boolean before(int one, int other) {
        return cycles[one] < cycles[other] || (cycles[one] == cycles[other] && orders[one] < orders[other]);
    }

    /** Saves or loads its state, of an empty queue. */
    void state(Archive archive) {
        Archive.expectRest(isEmpty(), "the event queue");
        currentCycle = archive.at(currentCycle);
        sent = archive.at(sent);
    }
}
