package glia.cli.page;

import glia.chip.build.AreaReport;
import glia.cli.figure.DataTable;
import glia.cli.figure.Figure;
import glia.cli.report.Quantities;
import glia.cli.run.RunDetails;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The area of each run's chip by kind of block and part. */
record AreaSection(List<RunDetails> runs) implements Section {
    private static final double SQUARE_METRES = 1e-12;

    @Override
    public String id() {
        return "area";
    }

    @Override
    public String heading() {
        return "Area";
    }

    @Override
    public List<Plot> plots() {
        DataTable data = new DataTable("run", "block", "part", "count", "square micrometres");
        Map<String, Map<String, Double>> values = new LinkedHashMap<>();
        Map<String, Double> largest = new LinkedHashMap<>();
        for (RunDetails run : runs) {
            Map<String, Double> ofRun = values.computeIfAbsent(run.name(), name -> new LinkedHashMap<>());
            for (AreaReport.Part part : run.area().parts()) {
                String name = part.block().label() + " " + part.part().label();
                double area = part.squareMicrometres().doubleValue() * SQUARE_METRES;
                data.row(
                        run.name(),
                        part.block().label(),
                        part.part().label(),
                        part.count(),
                        part.squareMicrometres().stripTrailingZeros().toPlainString());
                ofRun.put(name, area);
                largest.merge(name, area, Math::max);
            }
        }
        List<String> categories = largest.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .map(Map.Entry::getKey)
                .toList();
        return List.of(Plot.of("area", figure(categories, values), data));
    }

    private Figure figure(List<String> categories, Map<String, Map<String, Double>> values) {
        List<RunBars.OfRun> bars = new ArrayList<>();
        values.forEach((run, ofRun) -> bars.add(new RunBars.OfRun(run, ofRun)));
        return new RunBars("area", Unit.AREA, categories, bars)
                .figure(
                        "Area by kind of block and part",
                        "Area of each part of all blocks of a kind; tiles in use count at their full size, pads and wiring over"
                                + " blocks are left out.");
    }

    @Override
    public void write(Html html) {
        for (RunDetails run : runs) {
            html.element(
                    "p",
                    run.name() + ": " + Unit.proper(Quantities.area(run.area().total())) + " in "
                            + run.run().technology().name());
        }
        Section.super.write(html);
    }
}
