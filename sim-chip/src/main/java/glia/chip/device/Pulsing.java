package glia.chip.device;

/**
 * How cells answer to pulses.
 *
 * @param potentiationStates pulses from the lower end of the range to the upper one
 * @param depressionStates pulses from the upper end to the lower one
 * @param potentiationLabel NeuroSim's label of non-linearity going up
 * @param depressionLabel the label going down; below 0 where the first pulses move most
 * @param cycleNoise deviation of the end of a train, a share of the range for each square root of a pulse
 * @param labelVariation deviation of a cell's labels
 * @param rangeVariation deviation of the ends of a cell's range, a share of them
 */
public record Pulsing(
        int potentiationStates,
        int depressionStates,
        float potentiationLabel,
        float depressionLabel,
        float cycleNoise,
        float labelVariation,
        float rangeVariation) {}
