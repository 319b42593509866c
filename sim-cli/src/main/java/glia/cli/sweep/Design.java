package glia.cli.sweep;

import java.util.List;

/** Which points of a space are looked at: draws by number, the same whenever they are asked for. */
interface Design {
    /** How many draws there are. */
    int size();

    /** The most points that are wanted; draws that break a constraint do not count. */
    default int wanted() {
        return size();
    }

    /** The values of all keys of all axes, in order. */
    List<String> draw(int number);
}
