package glia.cli.command;

import glia.cli.page.ReportPage;
import glia.cli.run.Comparison;
import glia.cli.run.NewFolder;
import glia.cli.run.RunOrder;
import glia.core.config.InputException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The reports of single points of a sweep, in a folder of their own. */
record PointReports(Path folder, Set<Integer> points) {
    /** Writes the report of every run. */
    static PointReports write(Map<Integer, Path> runs, Path folder) {
        if (runs.isEmpty()) {
            throw new InputException("--points: the sweep kept no runs; expected one made with --keep runs");
        }
        try (NewFolder files = NewFolder.prepare(folder, "the reports")) {
            runs.forEach((point, run) -> files.write(
                    name(point),
                    ReportPage.of(Comparison.of(List.of(run), RunOrder.GIVEN)).html()));
            files.moveIntoPlace();
        }
        return new PointReports(folder.toAbsolutePath().normalize(), runs.keySet());
    }

    private static String name(int point) {
        return "point-" + point + ".html";
    }

    /** By point where its report is, seen from a page. */
    Map<Integer, String> links(Path page) {
        Path from = page.toAbsolutePath().normalize().resolveSibling(".").normalize();
        Map<Integer, String> links = new LinkedHashMap<>();
        for (int point : points) {
            links.put(
                    point,
                    from.relativize(folder.resolve(name(point))).toString().replace('\\', '/'));
        }
        return links;
    }
}
