package glia.chip.build;

/**
 * How often the sequencer ran a kind of step.
 *
 * @param name of the phase; steps that probe a neuron have the name of the layer with it, as in {@code PROBE.layer1}
 * @param simulated how many were simulated
 * @param replayed how many were replayed from a recording
 */
public record StepCount(String name, long simulated, long replayed) {}
