package glia.cli.sweep;

import java.util.List;

/** A dimension of the space of designs: keys of a scenario, one or several that move together, and their values. */
public sealed interface Axis permits ListAxis, RangeAxis {
    /** The keys. */
    List<String> keys();

    /** The values of the keys at a place of the axis, from 0 (its beginning) to below 1. */
    List<String> at(double place);

    /** What the columns of the keys hold. */
    List<Column.Type> types();
}
