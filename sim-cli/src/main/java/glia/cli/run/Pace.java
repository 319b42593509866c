package glia.cli.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.file.Path;

/**
 * How far a run came, and how fast its chip learns.
 *
 * @param samples training samples learned from
 * @param epochSamples training samples of an epoch
 * @param cyclesPerSample cycles of the chip for a sample
 * @param clockHertz the chip's clock
 */
public record Pace(long samples, long epochSamples, BigDecimal cyclesPerSample, BigDecimal clockHertz) {
    /** The pace that a summary tells of. */
    public static Pace of(Path folder, JsonNode summary) {
        SummaryFields fields = new SummaryFields(folder.resolve("summary.json"), summary);
        return new Pace(
                fields.count("/training/samples"),
                fields.positive("/training/epochSamples"),
                fields.number("/time/cyclesPerSample"),
                fields.number("/time/clockHertz"));
    }

    /** Samples that the chip learns from in a second; infinite where it takes no cycle. */
    public double samplesASecond() {
        return clockHertz.doubleValue() / cyclesPerSample.doubleValue();
    }
}
