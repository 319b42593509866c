package glia.cli.sweep;

import com.fasterxml.jackson.databind.JsonNode;
import glia.cli.endurance.Lifetime;
import glia.cli.endurance.Wear;
import glia.cli.endurance.WriteCounts;
import glia.cli.run.Pace;
import glia.cli.run.RunFigures;
import glia.cli.scenario.Endurance;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The headline figures of a run as columns of a table, taken from its summary. */
final class HeadlineFigures {
    /** Digits of what the summary holds in floating point, so that every JDK writes the same. */
    private static final MathContext DIGITS = new MathContext(12);

    private static final BigDecimal PICO = BigDecimal.ONE.scaleByPowerOfTen(-12);

    private static final List<Field> FIELDS = List.of(
            decimal("testAccuracy", "/training/testAccuracy"),
            decimal("targetAccuracy", "/toTarget/accuracy"),
            whole("toTargetSamples", "/toTarget/samples"),
            decimal("toTargetSeconds", "/toTarget/seconds"),
            decimal("toTargetJoules", "/toTarget/joules"),
            whole("toTargetMaxWrites", "/toTarget/maxWrites"),
            picojoules("joulesPerSample", "/energy/perSamplePicojoules"),
            decimal("cyclesPerSample", "/time/cyclesPerSample"),
            whole("samples", "/training/samples"),
            whole("cycles", "/time/cycles"),
            decimal("seconds", "/time/seconds"),
            picojoules("joules", "/energy/totalPicojoules"),
            decimal("assumedShare", "/energy/assumedShare"),
            decimal("squareMillimetres", "/area/totalSquareMillimetres"),
            whole("writes", "/writes/commits/total"),
            whole("maxWrites", "/writes/commits/max"),
            whole("pulses", "/writes/pulses/total"),
            whole("maxPulses", "/writes/pulses/max"),
            whole("wornCells", "/wearOut/wornCells"),
            whole("gradientComponents", "/training/gradientComponents"),
            whole("gradientComponentsStrict", "/training/gradientComponentsStrict"),
            whole("forwardPasses", "/training/forwardPasses"),
            text("fingerprint", "/fingerprint"),
            text("scheduleFingerprint", "/scheduleFingerprint"));

    private HeadlineFigures() {}

    private record Field(Column column, String path, BigDecimal unit) {}

    private static Field decimal(String column, String path) {
        return new Field(new Column(column, Column.Type.DECIMAL), path, BigDecimal.ONE);
    }

    private static Field picojoules(String column, String path) {
        return new Field(new Column(column, Column.Type.DECIMAL), path, PICO);
    }

    private static Field whole(String column, String path) {
        return new Field(new Column(column, Column.Type.WHOLE), path, BigDecimal.ONE);
    }

    private static Field text(String column, String path) {
        return new Field(new Column(column, Column.Type.TEXT), path, BigDecimal.ONE);
    }

    /** All columns in order. */
    static List<Column> columns() {
        List<Column> columns =
                new ArrayList<>(FIELDS.stream().map(Field::column).toList());
        for (Endurance.Level level : Endurance.Level.values()) {
            columns.add(new Column(lifetime(level), Column.Type.DECIMAL));
        }
        return columns;
    }

    private static String lifetime(Endurance.Level level) {
        String[] words = level.name().toLowerCase(Locale.ROOT).split("_");
        StringBuilder name = new StringBuilder("lifetime");
        for (String word : words) {
            name.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
        }
        return name.append("Seconds").toString();
    }

    /** The figures of a run that is over. */
    static Map<String, String> of(RunFigures run, WriteCounts counts, JsonNode summary) {
        Map<String, String> figures = new LinkedHashMap<>();
        for (Field field : FIELDS) {
            cell(field, summary.at(field.path()))
                    .ifPresent(text -> figures.put(field.column().name(), text));
        }
        figures.putAll(lifetimes(run, counts));
        return figures;
    }

    private static Optional<String> cell(Field field, JsonNode node) {
        if (node.isMissingNode() || node.isNull()) {
            return Optional.empty();
        }
        if (!node.isNumber()) {
            return Optional.of(node.asText());
        }
        if (node.isDouble() && !Double.isFinite(node.doubleValue())) {
            return Optional.of(String.valueOf(node.doubleValue()));
        }
        BigDecimal value = node.isDouble() ? new BigDecimal(node.doubleValue()).round(DIGITS) : node.decimalValue();
        return Optional.of(Amount.plain(value.multiply(field.unit())));
    }

    /** Until the first cell is past a published endurance, by pulse, at the chip's own pace. */
    private static Map<String, String> lifetimes(RunFigures run, WriteCounts counts) {
        Endurance endurance = run.scenario().endurance();
        long samples = run.chip().samples();
        if (endurance.figures().isEmpty() || samples == 0) {
            return Map.of();
        }
        Pace pace = new Pace(
                samples,
                run.epochSamples(),
                BigDecimal.valueOf(run.chip().cycles()).divide(BigDecimal.valueOf(samples), MathContext.DECIMAL64),
                run.scenario().chipConfig().clockHertz());
        Wear wear = Wear.of(counts, run.scenario().chipConfig().device(), 1);
        Map<String, String> lifetimes = new LinkedHashMap<>();
        for (Lifetime each : Lifetime.of(endurance, wear, pace)) {
            if (each.reading() == Lifetime.Reading.PULSE) {
                double seconds = each.samplesToFirst() / pace.samplesASecond();
                lifetimes.put(
                        lifetime(each.level()),
                        Double.isFinite(seconds)
                                ? Amount.plain(new BigDecimal(seconds).round(DIGITS))
                                : String.valueOf(seconds));
            }
        }
        return lifetimes;
    }
}
