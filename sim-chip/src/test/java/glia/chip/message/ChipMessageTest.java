package glia.chip.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ChipMessageTest {
    private static final float[] ONE = new float[1];
    private static final float[] FIVE = new float[5];

    /** One of every kind, with the words that machine.md section 1 gives it. */
    private static final Map<ChipMessage, Integer> WORDS = Map.ofEntries(
            Map.entry(new Activations(Pass.BASELINE, FIVE, 1, 3), 3),
            Map.entry(new PartialSums(Pass.PERTURBED, 0, 7, FIVE), 5),
            Map.entry(new Target(new int[1]), 1),
            Map.entry(new Slopes(FIVE, 5), 5),
            Map.entry(new SquaredNorm(0, ONE), 1),
            Map.entry(new OutputError(FIVE), 5),
            Map.entry(new DeltaVec(FIVE, 2, 3, new float[0]), 3),
            Map.entry(new DeltaVec(FIVE, 2, 3, ONE), 4),
            Map.entry(new ErrorEstimate(FIVE, 2, 3), 3),
            Map.entry(new RunnerUp(new int[1]), 1),
            Map.entry(new NodeSigns(FIVE, 2, 3), 1),
            Map.entry(new NodeSigns(FIVE, 0, 32), 1),
            Map.entry(new NodeSigns(FIVE, 0, 33), 2),
            Map.entry(new BackwardSums(0, 7, FIVE), 5),
            Map.entry(new Commit(ONE), 1),
            Map.entry(new Commit(new float[2]), 2),
            Map.entry(new ProbeResult(ONE), 1),
            Map.entry(new LearningRate(ONE), 1),
            Map.entry(new StartPhase(Phase.PROBE), 1),
            Map.entry(new Probe(0, 3), 1),
            Map.entry(new PerturbationScale(ONE), 1),
            Map.entry(new CostChange(new float[3]), 1));

    private static Set<Class<?>> kindsBelow(Class<?> sealed) {
        Set<Class<?>> kinds = new LinkedHashSet<>();
        for (Class<?> permitted : sealed.getPermittedSubclasses()) {
            kinds.addAll(permitted.isSealed() ? kindsBelow(permitted) : Set.of(permitted));
        }
        return kinds;
    }

    @Test
    void everyKindIsARecordOfWhichTheseTestsHoldAnExample() {
        Set<Class<?>> kinds = kindsBelow(ChipMessage.class);
        assertTrue(kinds.stream().allMatch(Class::isRecord), kinds.toString());
        Set<Class<?>> held = new HashSet<>();
        WORDS.keySet().forEach(message -> held.add(message.getClass()));
        assertEquals(kinds, held);
    }

    @Test
    void everyMessageHasItsWords() {
        WORDS.forEach((message, words) -> assertEquals(words, message.words(), message.toString()));
        assertTrue(WORDS.values().stream().allMatch(words -> words > 0));
    }

    @Test
    void everyTopicMeansOneThing() {
        List<Broadcast> broadcasts = new ArrayList<>();
        Arrays.stream(Phase.values()).map(StartPhase::new).forEach(broadcasts::add);
        broadcasts.add(new PerturbationScale(ONE));
        broadcasts.add(new CostChange(new float[3]));
        for (int layer = 0; layer < 4; layer++) {
            broadcasts.add(new Probe(layer, 0));
        }
        Map<Integer, Broadcast> byTopic = new TreeMap<>();
        broadcasts.forEach(broadcast -> assertEquals(null, byTopic.put(broadcast.topic(), broadcast)));
        assertEquals(new Probe(2, 0).topic(), new Probe(2, 9).topic());
        assertEquals(Probe.topic(2), new Probe(2, 9).topic());
        assertEquals(StartPhase.topic(Phase.ERROR), new StartPhase(Phase.ERROR).topic());
        assertEquals(StartPhase.topic(Phase.COMMIT), new Commit(ONE).topic());
        assertEquals(PerturbationScale.TOPIC, new PerturbationScale(ONE).topic());
        assertEquals(CostChange.TOPIC, new CostChange(new float[3]).topic());
        assertTrue(byTopic.keySet().stream().allMatch(topic -> topic >= 0));
    }

    @Test
    void everyBroadcastIsToldToTheMethodMeantForIt() {
        List<String> told = new ArrayList<>();
        BusListener listener = new BusListener() {
            @Override
            public void onStartPhase(Phase phase) {
                told.add("phase " + phase);
            }

            @Override
            public void onProbe(Probe probe) {
                told.add("probe " + probe.layer() + " " + probe.neuron());
            }

            @Override
            public void onPerturbationScale(PerturbationScale scale) {
                told.add("scale " + scale.value()[0]);
            }

            @Override
            public void onCostChange(CostChange change) {
                told.add(change.update() + " " + change.costChange() + " " + change.baselineCost());
            }

            @Override
            public void onCommit(Commit commit) {
                told.add("commit " + commit.rates()[0]);
            }
        };
        new StartPhase(Phase.LEARN).tell(listener);
        new Probe(1, 2).tell(listener);
        new PerturbationScale(new float[] {3f}).tell(listener);
        new CostChange(new float[] {4f, 5f, 6f}).tell(listener);
        new Commit(new float[] {7f}).tell(listener);
        assertEquals(List.of("phase LEARN", "probe 1 2", "scale 3.0", "4.0 5.0 6.0", "commit 7.0"), told);
    }

    @Test
    void aListenerThatIsNotConcernedDoesNothing() {
        BusListener deaf = new BusListener() {};
        WORDS.keySet().stream()
                .filter(Broadcast.class::isInstance)
                .map(Broadcast.class::cast)
                .forEach(message -> message.tell(deaf));
    }
}
