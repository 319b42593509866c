package glia.cli.command;

import glia.cli.explore.Designs;
import glia.cli.explore.ParetoFront;
import glia.cli.page.SweepPage;
import glia.cli.sweep.SweepFolder;
import glia.cli.sweep.SweepResults;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** A finished sweep, for its page. */
final class SweepReport {
    private final SweepFolder folder;
    private final Designs designs;
    private final ParetoFront front;

    SweepReport(Path sweep, ObjectiveOptions objectives) {
        folder = SweepFolder.begun(sweep);
        designs = Designs.of(SweepResults.read(sweep));
        front = ParetoFront.of(designs, objectives.of(designs));
    }

    /** The folders of the runs that were kept, by point. */
    Map<Integer, Path> runs() {
        Map<Integer, Path> runs = new LinkedHashMap<>();
        for (int point = 1; point <= folder.sweep().points().count(); point++) {
            Path run = folder.runs().resolve(String.valueOf(point));
            if (Files.isDirectory(run)) {
                runs.put(point, run);
            }
        }
        return runs;
    }

    /** The page; by point the place of its own report, if it has one. */
    SweepPage page(Map<Integer, String> links) {
        return new SweepPage(folder.sweep().name(), folder.sweep().text(), designs, front, links);
    }
}
