package glia.cli.page;

import glia.cli.explore.Designs;
import glia.cli.explore.ParetoFront;
import glia.cli.figure.Figure;

/** The picture of a front by itself. */
public final class FrontPicture {
    private FrontPicture() {}

    /** The designs by the first two objectives. */
    public static Figure of(Designs designs, ParetoFront front) {
        return new FrontSection(designs, front)
                .picture(front.objectives().get(0), front.objectives().get(1));
    }
}
