package glia.chip.datapath;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import glia.core.random.RandomStream;
import java.util.Arrays;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class BiasRegisterProperties {
    private static final float[] ONE = {1f};

    private static BiasRegister register(float... biases) {
        BiasRegister register = new BiasRegister(7, biases.length);
        for (int j = 0; j < biases.length; j++) {
            register.load(j, biases[j]);
        }
        return register;
    }

    private static float[] read(BiasRegister register) {
        float[] inputs = new float[register.values().length];
        register.read(inputs, true);
        return inputs;
    }

    /** z starts from b_j + p_j, with p_j = (s · d_j) · 1; the change is -(c · s) · 1 · d_j. */
    @Property
    void biasesAreSynapsesWhoseInputIsOne(@ForAll @IntRange(min = 1, max = 20) int neurons, @ForAll long seed) {
        RandomFloats random = new RandomFloats(seed);
        float[] biases = random.array(neurons, 0);
        float[] deltas = random.array(neurons, 30);
        float scale = random.next(0);
        float factor = random.next(0);
        BiasRegister register = register(biases);
        register.setRankOne(ONE, deltas, scale);
        float[] perturbed = read(register);
        register.addRankOne(factor, ONE, deltas);
        register.release();
        float[] changed = read(register);
        for (int j = 0; j < neurons; j++) {
            assertEquals(biases[j] + scale * deltas[j], perturbed[j]);
            assertEquals(biases[j] + factor * deltas[j], changed[j]);
        }
        assertArrayEquals(changed, register.values());
    }

    /** The biases of a layer of seven inputs are its eighth row. */
    @Property(tries = 300)
    void heldPerturbationsAreThoseOfTheRowBehindTheInputs(
            @ForAll @IntRange(min = 1, max = 150) int neurons, @ForAll boolean dense, @ForAll long seed) {
        RandomFloats random = new RandomFloats(seed);
        float[] biases = random.array(neurons, 0);
        float[][] layer = new float[8][];
        Arrays.setAll(layer, row -> random.array(neurons, 20));
        BiasRegister register = register(biases);
        NaiveElements naive;
        if (dense) {
            naive = new NaiveElements.Dense(new float[][] {layer[7]});
            register.setDense((row, column) -> layer[row][column]);
        } else {
            RandomStream signs = RandomStream.of(seed, 1);
            boolean[][] minus = new boolean[1][neurons];
            for (int j = 0; j < neurons; j++) {
                minus[0][j] = (signs.sub(7).bits(j / 64) >>> j & 1) != 0;
            }
            naive = new NaiveElements.Signed(ONE, layer[7], random.next(0), minus);
            float scale = ((NaiveElements.Signed) naive).scale();
            register.setSigned(
                    ONE, layer[7], scale, (row, word) -> signs.sub(row).bits(word));
        }
        assertHeld(naive, biases, register, random.next(0));
    }

    private static void assertHeld(NaiveElements naive, float[] biases, BiasRegister register, float factor) {
        float[] perturbed = read(register);
        register.addPerturbation(factor);
        register.release();
        register.addPerturbation(factor);
        float[] changed = read(register);
        register.writes().settle();
        for (int j = 0; j < biases.length; j++) {
            int driven = naive.drives(0, j) ? 1 : 0;
            assertEquals(biases[j] + naive.change(1f, 0, j), perturbed[j]);
            assertEquals(biases[j] + naive.change(factor, 0, j), changed[j]);
            assertEquals(driven, register.writes().toggles(0)[j]);
            assertEquals(driven, register.writes().commits(0)[j]);
            assertEquals(
                    driven == 1 && naive.raises(factor, 0, j) ? 1 : 0,
                    register.writes().potentiations(0)[j]);
        }
    }

    /** ½ · (3 - 1) / 2, and nothing for the bias whose changes add up to 0. */
    @Example
    void registersOfBiasesAreCommittedAndCounted() {
        BiasRegister register = register(1f, 2f, 3f);
        register.integrate(Optimizer.PLAIN, 2);
        register.addRankOne(3f, ONE, new float[] {1f, -1f, 2f});
        register.setRankOne(ONE, new float[] {1f, -1f, 6f}, 0.5f);
        register.addPerturbation(-2f);
        register.release();
        assertArrayEquals(new float[] {1f, 2f, 3f}, register.values());
        register.commit(new float[] {0.5f});
        assertArrayEquals(new float[] {1.5f, 1.5f, 3f}, register.values());
        register.writes().settle();
        assertArrayEquals(new int[] {1, 1, 0}, register.writes().commits(0));
        assertArrayEquals(new int[] {1, 0, 0}, register.writes().potentiations(0));
        assertArrayEquals(new int[] {1, 1, 1}, register.writes().toggles(0));
    }

    @Example
    void aProbeMovesOneBiasAndAllOthersBack() {
        BiasRegister register = register(1f, 2f, 3f);
        register.probe(0, 0.5f);
        assertArrayEquals(new float[] {1.5f, 2f, 3f}, read(register));
        register.probe(2, 0.25f);
        assertArrayEquals(new float[] {1f, 2f, 3.25f}, read(register));
        register.endProbe();
        assertArrayEquals(new float[] {1f, 2f, 3f}, read(register));
    }

    @Example
    void writesAreCountedButLoadsAndProbesAreNot() {
        BiasRegister register = register(1f, 2f, 3f);
        register.probe(1, 0.5f);
        float[] deltas = {1f, 0f, -1f};
        register.setRankOne(ONE, deltas, 1f);
        register.addRankOne(-2f, ONE, deltas);
        register.writes().settle();
        assertArrayEquals(new int[] {1, 0, 1}, register.writes().commits(0));
        assertArrayEquals(new int[] {0, 0, 1}, register.writes().potentiations(0));
        assertArrayEquals(new int[] {1, 0, 1}, register.writes().toggles(0));
    }

    @Example
    void valuesHandedOutAreCopies() {
        BiasRegister register = register(1f);
        register.values()[0] = 9f;
        assertArrayEquals(new float[] {1f}, register.values());
    }
}
