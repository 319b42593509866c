package glia.learning.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glia.chip.ChipAction;
import glia.chip.build.Chip;
import glia.chip.build.ChipBuilder;
import glia.chip.build.CriticalPath;
import glia.chip.build.Prediction;
import glia.chip.build.Technology;
import glia.chip.interconnect.Reach;
import glia.chip.message.Broadcast;
import glia.chip.message.ChipMessage;
import glia.chip.message.Phase;
import glia.chip.plasticity.HostSamples;
import glia.chip.plasticity.LayerSite;
import glia.chip.plasticity.LearningRule;
import glia.chip.plasticity.TileSite;
import glia.core.account.ActionLedger;
import glia.core.account.EnergyReport;
import glia.core.event.DeliveryListener;
import glia.core.event.InPort;
import glia.core.event.Message;
import glia.core.trace.Fingerprint;
import glia.learning.law.Design;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Laws of counts, cycles and joules of a chip that learns. */
class AccountingProperties {
    private static final int SAMPLES = 6;

    @Provide
    Arbitrary<Design> designs() {
        return Designs.any();
    }

    /** Adds up the words that arrive over wires, and those that become ready at the bus. */
    private static final class WordCount implements DeliveryListener {
        private long overWires;
        private long onBus;

        @Override
        public void onDelivery(long cycle, InPort<?> port, Message message) {
            if (port.name().startsWith("bus.request")) {
                onBus += message.words();
            } else if (message instanceof ChipMessage && !(message instanceof Broadcast)) {
                overWires += message.words();
            }
        }
    }

    @Property(tries = 200)
    void everyWordThatTravelsIsCounted(@ForAll("designs") Design drawn) {
        Design design = drawn.withPrivateWires();
        Chip chip = design.chip();
        WordCount words = new WordCount();
        chip.addListener(words);
        for (long sample = 0; sample < SAMPLES; sample++) {
            Assume.that(design.learns(chip, sample));
        }
        chip.infer(design.input(0));
        ActionLedger ledger = chip.ledger();
        assertEquals(words.overWires, count(ledger, "interconnect", ChipAction.HOP_WORD));
        boolean bus = design.config().bus().medium() == Reach.Medium.BUS;
        long hops = count(ledger, "bus", ChipAction.HOP_WORD);
        assertEquals(bus ? words.onBus * listeners(chip) : 0, count(ledger, "bus", ChipAction.BROADCAST_WORD));
        assertEquals(0, hops % words.onBus);
        assertTrue(bus ? hops == 0 : hops >= words.onBus * (blocks(chip) - 1), hops + " hops");
        assertEquals(
                words.overWires + hops + (bus ? words.onBus * listeners(chip) : 0),
                ledger.total(ChipAction.HOP_WORD) + ledger.total(ChipAction.BROADCAST_WORD));
    }

    private static long count(ActionLedger ledger, String block, ChipAction action) {
        return ledger.open(block, block).count(action);
    }

    /** Whatever joins the blocks, they do the same. */
    @Property(tries = 200)
    void sharedLinksChangeNoCountButTheirOwn(@ForAll("designs") Design design) {
        Chip shared = design.trained(SAMPLES);
        Chip wired = design.withPrivateWires().trained(SAMPLES);
        assertEquals(withoutHops(wired), withoutHops(shared));
        Fingerprint one = new Fingerprint();
        Fingerprint other = new Fingerprint();
        wired.parameters().addTo(one);
        shared.parameters().addTo(other);
        assertEquals(one.toString(), other.toString());
    }

    private static List<ActionLedger.Entry> withoutHops(Chip chip) {
        return chip.ledger().entries().stream()
                .filter(entry -> !entry.block().equals("interconnect"))
                .filter(entry -> !entry.action().equals("AWAKE_CYCLE"))
                .toList();
    }

    /** What a sample waits for, walked back over deliveries, are the cycles of its phases; private wires have no queue. */
    @Property(tries = 300)
    void theCriticalPathAddsUpToTheCyclesOfEachPhase(@ForAll("designs") Design design) {
        CriticalPath path = CriticalPath.of(design.shape(), design.config(), design.technology(), design.rule());
        Chip chip = ChipBuilder.build(design.shape(), design.config(), design.technology(), design.rule());
        if (design.rule().phases(0).contains(Phase.PROBE)) {
            chip.startAt(1);
        }
        Map<Phase, Long> cycles = new EnumMap<>(Phase.class);
        chip.addPhaseListener((phase, startCycle, endCycle) -> cycles.merge(phase, endCycle - startCycle, Long::sum));
        float[] ones = new float[design.shape().inputs(0)];
        Arrays.fill(ones, 1f);
        chip.learn(ones, 0, 0f, HostSamples.always(ones, 0));
        Map<Phase, Long> sums = new EnumMap<>(Phase.class);
        path.phases()
                .forEach((phase, parts) -> sums.put(
                        phase,
                        parts.values().stream().mapToLong(Long::longValue).sum()));
        assertEquals(cycles, sums);
        assertTrue(path.phases().values().stream()
                .allMatch(parts -> parts.values().stream().allMatch(part -> part > 0)));
        if (chip.interconnect().topology().isEmpty()) {
            assertEquals(0, path.cycles(CriticalPath.Reason.QUEUE));
        }
    }

    /** Every block but the wires themselves is a place of the floorplan. */
    private static int blocks(Chip chip) {
        return chip.interconnect().placement().blocks().size();
    }

    private static long listeners(Chip chip) {
        return chip.staticBlocks().stream()
                .filter(block -> !block.kind().equals("bus")
                        && !block.kind().equals("interconnect")
                        && !block.kind().equals("register")
                        && !block.kind().equals("sequencer"))
                .count();
    }

    @Property(tries = 300)
    void predictedCyclesAreTheSimulatedOnes(@ForAll("designs") Design drawn) {
        Design design = drawn.withPrivateWires();
        Chip chip = design.chip();
        Map<Phase, Long> predicted = Prediction.of(design.shape(), design.config(), design.technology(), design.rule());
        Map<Phase, Long> simulated = new EnumMap<>(Phase.class);
        chip.addPhaseListener((phase, startCycle, endCycle) -> {
            long cycles = endCycle - startCycle;
            Long before = simulated.putIfAbsent(phase, cycles);
            assertTrue(before == null || before == cycles || inTurn(design), () -> phase + " took different times");
        });
        for (long sample = 0; sample < SAMPLES; sample++) {
            Assume.that(design.learns(chip, sample));
        }
        chip.infer(design.input(0));
        assertEquals(predicted, simulated);
    }

    /** Where layers take turns, the predicted cycles are those of the first one. */
    private static boolean inTurn(Design design) {
        return design.underTest() instanceof OtherRules.Undirected undirected
                && undirected.parameters().layerByLayer();
    }

    /** Counts of actions by the numbers of phases and of parameters alone. */
    @Property(tries = 400)
    void theLedgerIsTheClosedFormOfThePasses(@ForAll("designs") Design design) {
        Assume.that(!inTurn(design));
        Chip chip = design.trained(SAMPLES);
        LearningRule rule = design.rule();
        long synapses = design.shape().synapses();
        long biases = design.shape().parameters() - synapses;
        long commits = phases(rule, Phase.COMMIT);
        long updates = phases(rule, Phase.UPDATE);
        boolean decays = rule.integration()
                .filter(by -> by.optimizer().weightDecay() != 0f)
                .isPresent();
        ActionLedger ledger = chip.ledger();
        long backward = rule.backpropagates()
                ? phases(rule, Phase.ERROR)
                        * (synapses
                                - (long) design.shape().inputs(0)
                                        * design.shape().neurons(0))
                : 0;
        assertEquals(
                chip.forwardPasses() * synapses + (decays ? commits * synapses : 0) + backward,
                ledger.total(ChipAction.MULTIPLY_ACCUMULATE));
        assertEquals(chip.forwardPasses() * design.shape().classes(), ledger.total(ChipAction.EVALUATE_COST));
        assertEquals(
                (rule.integration().isPresent() ? commits : updates) * biases, ledger.total(ChipAction.WRITE_BIAS));
        assertEquals(phases(rule, Phase.PERTURBED) * elements(chip, rule), ledger.total(ChipAction.READ_PERTURBATION));
        long last = rule.perturbsLastLayer() ? 0 : design.shape().classes();
        long probes = rule.backpropagates() ? 0 : chip.gradientComponents();
        long single = design.underTest() instanceof OtherRules.Undirected ? 0 : probes;
        assertEquals(
                phases(rule, Phase.PERTURB) * (elements(chip, rule) + biases - last) + single,
                ledger.total(ChipAction.SET_PERTURBATION));
    }

    /** How often samples have a phase. */
    private static long phases(LearningRule rule, Phase phase) {
        long times = 0;
        for (long sample = 0; sample < SAMPLES; sample++) {
            times += Collections.frequency(rule.phases(sample), phase);
        }
        return times;
    }

    /** Synapses with a perturbation element. */
    private static long elements(Chip chip, LearningRule rule) {
        long elements = 0;
        for (LayerSite layer : chip.floorplan().layers()) {
            boolean perturbed = !layer.isLast() || rule.perturbsLastLayer();
            for (TileSite tile : chip.floorplan().tiles().get(layer.layer())) {
                elements += perturbed && rule.synapse(layer, tile).setsElements() ? tile.synapses() : 0;
            }
        }
        return elements;
    }

    @Property(tries = 100)
    void theLedgersWritesAreTheSynapsesWrites(@ForAll("designs") Design design) {
        Chip chip = design.trained(70);
        long commits = 0;
        for (int layer = 0; layer < design.shape().layers(); layer++) {
            for (int[] row : chip.parameters().commits(layer)) {
                for (int count : row) {
                    commits += count;
                }
            }
        }
        assertEquals(commits, chip.ledger().total(ChipAction.WRITE_SYNAPSE));
    }

    @Property(tries = 100)
    void joulesOfThePartsAddUpToTheWholeExactly(@ForAll("designs") Design design) {
        Chip chip = design.trained(SAMPLES);
        EnergyReport energy = EnergyReport.of(
                chip.ledger().entries(),
                chip.staticBlocks(),
                design.technology().energyTable(design.config().powerGating()),
                chip.cycles(),
                Design.CLOCK);
        assertEquals(0, energy.totalPicojoules().compareTo(sum(energy.byBlock().values())));
        assertEquals(0, energy.totalPicojoules().compareTo(sum(energy.byAction().values())));
        BigDecimal expected = BigDecimal.ZERO;
        for (ChipAction action : ChipAction.values()) {
            BigDecimal price = design.technology().energies().get(action.name()).value();
            expected =
                    expected.add(price.multiply(BigDecimal.valueOf(chip.ledger().total(action))));
        }
        for (EnergyReport.Block block : chip.staticBlocks()) {
            long awake = chip.ledger().entries().stream()
                    .filter(entry -> entry.action().equals("AWAKE_CYCLE")
                            && entry.block().equals(block.wakesWith()))
                    .mapToLong(ActionLedger.Entry::count)
                    .sum();
            assertTrue(awake <= chip.cycles(), () -> block + " was awake for " + awake);
            BigDecimal resting = resting(design, block.kind(), chip.cycles(), awake);
            expected = expected.add(resting.multiply(BigDecimal.valueOf(block.units())));
        }
        assertEquals(0, energy.totalPicojoules().compareTo(expected));
    }

    /** Picojoules that one block of a kind leaks and that its clock takes, under its chip's gating. */
    private static BigDecimal resting(Design design, String kind, long cycles, long awake) {
        Technology.Blocks blocks = design.technology().blocks();
        BigDecimal leaking = blocks.leaking().get(kind).value().movePointRight(12 - 8);
        BigDecimal clock = blocks.clock().get(kind).value();
        BigDecimal gated = blocks.gated().get(kind).value().movePointRight(12 - 8);
        BigDecimal all = BigDecimal.valueOf(cycles);
        BigDecimal working = BigDecimal.valueOf(awake);
        return switch (design.config().powerGating()) {
            case NONE -> leaking.add(clock).multiply(all);
            case CLOCK -> leaking.multiply(all).add(clock.multiply(working));
            case POWER -> leaking.add(clock).multiply(working).add(gated.multiply(all.subtract(working)));
        };
    }

    /** Nothing is replayed that a simulation of every step would count otherwise. */
    @Property(tries = 100)
    void replayedBlocksAreAwakeAsLongAsSimulatedOnes(@ForAll("designs") Design design) {
        Chip replaying = design.trained(SAMPLES);
        Chip simulating = design.chip();
        simulating.switchReplayOff();
        for (long sample = 0; sample < SAMPLES; sample++) {
            design.learns(simulating, sample);
        }
        assertEquals(simulating.ledger().entries(), replaying.ledger().entries());
    }

    private static BigDecimal sum(Collection<BigDecimal> values) {
        return values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
