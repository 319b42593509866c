package glia.learning.law;

import glia.chip.build.Chip;
import glia.chip.build.LoneBlock;
import glia.chip.datapath.DeltaVecMemory;
import glia.chip.message.ChipMessage;
import glia.chip.plasticity.LayerSite;
import glia.chip.plasticity.TileSite;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Assume;

/** Tells each block of a fresh chip, alone, what it was told on a whole chip, and compares what came of it. */
final class Locality {
    private static final Comparison COMPARISON = new Comparison("on the whole chip", "alone");

    private final Design design;
    private final Map<String, List<ChipMessage>> received = new TreeMap<>();
    private final Seen seen = new Seen();
    private final Chip whole;
    private final float[][][] values;
    private final Map<NetworkState.Count, long[][][]> counts;

    /** What a chip holds that is neither a parameter nor a count. */
    private static final class Seen implements Wires {
        private final List<Float> words = new ArrayList<>();
        private final Map<Integer, DeltaVecMemory> memories = new TreeMap<>();

        @Override
        public void told(float word) {
            words.add(word);
        }

        @Override
        public void made(LayerSite layer, DeltaVecMemory memory) {
            memories.put(layer.layer(), memory);
        }
    }

    private Locality(Design design, int samples) {
        this.design = design;
        whole = design.chip(new RewiredRule(design.rule(), seen));
        whole.addListener((cycle, port, message) -> {
            if (message instanceof ChipMessage word) {
                received.computeIfAbsent(LoneBlock.receiver(port.name()), name -> new ArrayList<>())
                        .add(copy(word));
            }
        });
        for (int sample = 0; sample < samples; sample++) {
            Assume.that(design.learns(whole, sample));
        }
        values = NetworkState.values(whole);
        counts = NetworkState.counts(whole);
    }

    static void check(Design design, int samples) {
        Locality locality = new Locality(design, samples);
        for (LayerSite layer : locality.whole.floorplan().layers()) {
            String neurons = layer.name() + ".neurons";
            locality.parameters(neurons, Place.biases(layer), locality.alone(neurons, new Seen()));
            for (TileSite tile : locality.whole.floorplan().tiles().get(layer.layer())) {
                locality.parameters(tile.name(), Place.of(layer, tile), locality.alone(tile.name(), new Seen()));
            }
        }
        locality.memories();
        locality.words();
    }

    /** A fresh chip of which one block was told what it was told on the whole chip. */
    private Chip alone(String block, Seen alone) {
        Chip chip = design.chip(new RewiredRule(design.rule(), alone));
        LoneBlock lone = LoneBlock.of(chip, block);
        received.getOrDefault(block, List.of()).forEach(lone::tell);
        return chip;
    }

    private void parameters(String block, Place place, Chip alone) {
        String when = "in block " + block;
        COMPARISON.values(place, values, NetworkState.values(alone), when);
        COMPARISON.counts(place, counts, NetworkState.counts(alone), when);
    }

    private void memories() {
        seen.memories.forEach((layer, memory) -> {
            String block = "layer" + (layer + 1) + ".astrocyte";
            Seen alone = new Seen();
            alone(block, alone);
            for (int k = 0; k < memory.classes(); k++) {
                for (int j = 0; j < memory.neurons(); j++) {
                    COMPARISON.value(
                            "DeltaVec word (" + k + ", " + j + ")",
                            memory.row(k)[j],
                            alone.memories.get(layer).row(k)[j],
                            "in block " + block);
                }
            }
        });
    }

    private void words() {
        Seen alone = new Seen();
        alone("cost", alone);
        COMPARISON.count("scales and update words", seen.words.size(), alone.words.size(), "in block cost");
        for (int i = 0; i < seen.words.size(); i++) {
            COMPARISON.value("scale or update word " + i, seen.words.get(i), alone.words.get(i), "in block cost");
        }
    }

    /** A message with arrays of its own: those delivered belong to their senders, who fill them anew. */
    private static ChipMessage copy(ChipMessage message) {
        try {
            RecordComponent[] components = message.getClass().getRecordComponents();
            Class<?>[] types = new Class<?>[components.length];
            Object[] values = new Object[components.length];
            for (int i = 0; i < components.length; i++) {
                types[i] = components[i].getType();
                values[i] = copy(components[i].getAccessor().invoke(message));
            }
            return message.getClass().getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException unreadable) {
            throw new IllegalStateException(message + " is not a public record", unreadable);
        }
    }

    private static Object copy(Object value) {
        if (value instanceof float[] words) {
            return words.clone();
        }
        return value instanceof int[] words ? words.clone() : value;
    }
}
