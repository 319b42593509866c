package glia.cli.page;

import glia.chip.build.Placement;
import glia.chip.interconnect.BusTopology;
import glia.chip.interconnect.Place;
import glia.chip.interconnect.Topology;
import glia.chip.plasticity.TileSite;
import glia.cli.figure.GridMap;
import glia.cli.report.Quantities;
import glia.cli.run.ChipPlan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** The floorplan as a drawing: blocks where they stand, what joins them, and how they are coloured. */
public final class PlanDrawing {
    private static final String SHAPES = "Squares are tiles, circles neuron units, hexagons astrocytes.";

    private final ChipPlan plan;
    private final Map<String, TileSite> tiles = new HashMap<>();

    /** The drawing of a plan. */
    public PlanDrawing(ChipPlan plan) {
        this.plan = plan;
        plan.floorplan().tiles().forEach(layer -> layer.forEach(tile -> tiles.put(tile.name(), tile)));
    }

    /** What stands where, coloured by layer. */
    public GridMap blocks(String title) {
        List<String> names = new ArrayList<>(List.of("input, cost unit, sequencer"));
        plan.floorplan().layers().forEach(layer -> names.add(layer.name()));
        List<GridMap.Cell> bands = List.of(
                band(wires(), 0, Double.NaN),
                band("broadcast by " + plan.broadcast().label(), 0, Double.NaN));
        Placement placement = plan.placement();
        String description = placement.blocks().size() + " blocks on a floorplan of " + placement.width() + " x "
                + placement.height() + ", in the order of the data. " + SHAPES + " Interconnect: " + wires() + ".";
        return map(title, description, block -> Double.NaN, this::size, bands, new GridMap.Key(names, ""));
    }

    private String wires() {
        String links = plan.topology().isPresent() ? " links of " : " private wires of ";
        return plan.kind() + ", " + Quantities.count(plan.wires()) + links + plan.bits() + " bit";
    }

    /** What a block holds. */
    private String size(String block) {
        TileSite tile = tiles.get(block);
        if (tile != null) {
            return tile.rows() + " x " + tile.columns();
        }
        int layer = layer(block) - 1;
        return layer >= 0 && block.endsWith(".neurons")
                ? String.valueOf(plan.shape().neurons(layer))
                : "";
    }

    /**
     * Blocks by a value.
     *
     * @param value of a block; not a number if it has none
     * @param most the value of the strongest colour, above 0
     * @param form how a value is written
     * @param others what stands on no place: name and value
     */
    GridMap values(
            String title,
            String description,
            ToDoubleFunction<String> value,
            double most,
            Function<Double, String> form,
            List<String> others) {
        List<GridMap.Cell> bands = others.stream()
                .map(name ->
                        band(name + " " + form.apply(value.applyAsDouble(name)), 0, value.applyAsDouble(name) / most))
                .toList();
        return map(
                title,
                description + " " + SHAPES,
                block -> value.applyAsDouble(block) / most,
                block -> Double.isFinite(value.applyAsDouble(block)) ? form.apply(value.applyAsDouble(block)) : "",
                bands,
                new GridMap.Key(List.of(), form.apply(most)));
    }

    private GridMap map(
            String title,
            String description,
            ToDoubleFunction<String> share,
            Function<String, String> value,
            List<GridMap.Cell> bands,
            GridMap.Key key) {
        List<GridMap.Cell> cells = new ArrayList<>();
        plan.placement().blocks().forEach((block, place) -> {
            List<String> labels = new ArrayList<>(List.of(block.split("\\.", 2)));
            String text = value.apply(block);
            if (!text.isEmpty()) {
                labels.add(text);
            }
            String says = text.isEmpty() ? block : block + ": " + text;
            cells.add(new GridMap.Cell(
                    place.x(), place.y(), shape(block), layer(block), share.applyAsDouble(block), labels, says));
        });
        Placement placement = plan.placement();
        return new GridMap(title, description, placement.width(), placement.height(), cells, lines(), bands, key);
    }

    private static GridMap.Cell band(String text, int colour, double share) {
        return new GridMap.Cell(0, 0, GridMap.Shape.SQUARE, colour, share, List.of(text), text);
    }

    private static GridMap.Shape shape(String block) {
        return block.endsWith(".neurons")
                ? GridMap.Shape.ROUND
                : block.endsWith(".astrocyte") ? GridMap.Shape.HEXAGON : GridMap.Shape.SQUARE;
    }

    /** The layer of a block from 1; 0 if it belongs to none. */
    private static int layer(String block) {
        return block.startsWith("layer") ? Integer.parseInt(block.substring(5, block.indexOf('.'))) : 0;
    }

    /** Shared links where they run; a bus past all blocks in their order. */
    private List<GridMap.Line> lines() {
        return plan.topology()
                .map(topology -> topology instanceof BusTopology ? bus() : links(topology))
                .orElse(List.of());
    }

    private List<GridMap.Line> bus() {
        List<GridMap.Line> lines = new ArrayList<>();
        List<Place> places = List.copyOf(plan.placement().blocks().values());
        for (int i = 1; i < places.size(); i++) {
            lines.add(line(middle(places.get(i - 1)), middle(places.get(i))));
        }
        return lines;
    }

    private static double[] middle(Place place) {
        return new double[] {place.x() + 0.5, place.y() + 0.5};
    }

    private static GridMap.Line line(double[] from, double[] to) {
        return new GridMap.Line(from[0], from[1], to[0], to[1]);
    }

    private List<GridMap.Line> links(Topology topology) {
        double[][] middles = middles(topology);
        return topology.links().stream()
                .filter(link -> link.from() < link.to())
                .map(link -> line(middles[link.from()], middles[link.to()]))
                .toList();
    }

    /** Where routers stand: at a block's place, or in the middle of those below them, which have higher numbers. */
    private double[][] middles(Topology topology) {
        double[][] middles = new double[topology.routers()][];
        for (int y = 0; y < plan.placement().height(); y++) {
            for (int x = 0; x < plan.placement().width(); x++) {
                middles[topology.entry(new Place(x, y))] = middle(new Place(x, y));
            }
        }
        Map<Integer, List<Integer>> below = new HashMap<>();
        topology.links().stream()
                .filter(link -> link.from() < link.to())
                .forEach(link -> below.computeIfAbsent(link.from(), router -> new ArrayList<>())
                        .add(link.to()));
        for (int router = middles.length - 1; router >= 0; router--) {
            List<Integer> lower = below.getOrDefault(router, List.of());
            if (middles[router] == null && !lower.isEmpty()) {
                middles[router] = new double[] {mean(middles, lower, 0), mean(middles, lower, 1)};
            }
        }
        return middles;
    }

    private static double mean(double[][] middles, List<Integer> routers, int axis) {
        return routers.stream()
                .mapToDouble(router -> middles[router][axis])
                .average()
                .orElse(0);
    }

    /** A share as text. */
    static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", share * 100);
    }
}
