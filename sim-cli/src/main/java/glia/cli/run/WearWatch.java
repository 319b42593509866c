package glia.cli.run;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import glia.chip.build.Chip;
import glia.core.archive.Archive;
import java.util.Optional;
import java.util.stream.IntStream;

/** Watches cells wear out while a chip learns. */
final class WearWatch {
    private final Chip chip;
    private Optional<Long> firstSample = Optional.empty();

    /** Watches a chip from now on. */
    WearWatch(Chip chip) {
        this.chip = chip;
        chip.addPhaseListener((phase, startCycle, endCycle) -> onPhase());
    }

    private void onPhase() {
        if (firstSample.isEmpty() && wornCells() > 0) {
            firstSample = Optional.of(chip.samples());
        }
    }

    private long wornCells() {
        return IntStream.range(0, chip.shape().layers())
                .mapToLong(chip.parameters()::wornCells)
                .sum();
    }

    /** Worn cells in all and by layer, and the sample, from 0, in which the first one wore out; null if none did. */
    ObjectNode summary() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("wornCells", wornCells());
        node.put("firstSample", firstSample.orElse(null));
        ObjectNode layers = node.putObject("byLayer");
        for (int layer = 0; layer < chip.shape().layers(); layer++) {
            layers.put("layer" + (layer + 1), chip.parameters().wornCells(layer));
        }
        return node;
    }

    /** Saves or loads when the first cell wore out. */
    void state(Archive archive) {
        boolean worn = archive.at(firstSample.isPresent());
        firstSample = worn ? Optional.of(archive.at(firstSample.orElse(0L).longValue())) : Optional.empty();
    }
}
