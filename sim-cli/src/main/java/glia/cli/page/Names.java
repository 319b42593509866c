package glia.cli.page;

import glia.cli.run.RunDetails;
import java.util.List;

/** What things of one run among others are called. */
final class Names {
    private Names() {}

    /** The name of a file or place: with the run's number, from 1, if there are several. */
    static String numbered(String name, int run, int runs) {
        return runs == 1 ? name : name + "-" + (run + 1);
    }

    /** A heading: with the run's name if there are several. */
    static String titled(String title, RunDetails run, List<RunDetails> runs) {
        return runs.size() == 1 ? title : run.name() + ": " + title;
    }
}
