package glia.core.event;

import glia.core.random.RandomStream;

/** How many cycles after its being sent an event is due. */
public enum DelayPattern {
    /** 1 to 16, all as often. */
    SHORT("short, 1 to 16") {
        @Override
        int draw(RandomStream draws, long index) {
            return 1 + draws.below(index, 16);
        }
    },
    /** Exponential with mean 1000, rounded up. */
    EXPONENTIAL("exponential, mean 1000") {
        @Override
        int draw(RandomStream draws, long index) {
            return (int) Math.ceil(-1000 * StrictMath.log(1 - draws.uniform(index)) + 1e-9);
        }
    },
    /** Nine of ten short, one of ten exponential. */
    MIXED("mixed, 9 to 1") {
        @Override
        int draw(RandomStream draws, long index) {
            return (draws.sub(1).below(index, 10) == 0 ? EXPONENTIAL : SHORT).draw(draws, index);
        }
    };

    private final String title;

    DelayPattern(String title) {
        this.title = title;
    }

    /** What to call it in a table. */
    public String title() {
        return title;
    }

    abstract int draw(RandomStream draws, long index);

    /** Some delays of this pattern, always the same. */
    public int[] delays(int count) {
        RandomStream draws = RandomStream.of(1, ordinal());
        int[] delays = new int[count];
        for (int i = 0; i < count; i++) {
            delays[i] = draw(draws, i);
        }
        return delays;
    }
}
