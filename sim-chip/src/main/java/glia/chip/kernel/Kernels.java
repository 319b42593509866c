package glia.chip.kernel;

import java.util.List;

/** Which loops run: the vector ones where the virtual machine was started with the vector API and its vectors are wide, else the plain ones. */
public final class Kernels {
    /** A property of the virtual machine: {@code plain} has it run the plain loops in any case. */
    private static final String PROPERTY = "glia.kernels";

    private static final String PLAIN = "plain";

    private static final int WORTHWHILE_LANES = 8;

    /** A block of eight vectors, half a block and one vector more. */
    private static final int WARM_UP_VECTORS = 13;

    private static final int WARM_UP_CALLS = 20_000;

    private static final RowKernels FASTEST = choose();

    private Kernels() {}

    /** The loops of this virtual machine, the same in its whole life. */
    public static RowKernels fastest() {
        return FASTEST;
    }

    /** All loops that this virtual machine can run; the plain ones come first. */
    static List<RowKernels> available() {
        boolean vectors = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
        return vectors ? List.of(new PlainKernels(), vectorKernels()) : List.of(new PlainKernels());
    }

    /** By name, because the class is compiled apart and exists for those virtual machines alone that have the module. */
    private static RowKernels vectorKernels() {
        try {
            return Class.forName(Kernels.class.getPackageName() + ".VectorKernels")
                    .asSubclass(RowKernels.class)
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the vector loops do not start", e);
        }
    }

    /**
     * Runs the loops on small arrays until the just-in-time compiler has taken them up. Before that the vector ones are a thousand
     * times slower, because every vector is an object; small arrays get them over it in a fraction of a second.
     */
    public static void warmUp() {
        int width = FASTEST.width(WARM_UP_VECTORS * FASTEST.lanes());
        float[][] rows = new float[2][width];
        float[] sums = new float[width];
        RankOne change = new RankOne(new float[rows.length], new float[width]);
        int[] indices = {0, 1};
        long[] nonZero = new long[(width - 1) / Long.SIZE + 1];
        long[] negative = nonZero.clone();
        for (int call = 0; call < WARM_UP_CALLS; call++) {
            FASTEST.addRows(rows, indices, rows.length, change.inputs(), sums);
            FASTEST.change(rows, indices, rows.length, change);
            FASTEST.changeAndAdd(rows, indices, rows.length, change, change.inputs(), sums);
            FASTEST.signs(sums, nonZero, negative);
            FASTEST.addSigned(1f, negative, sums);
            FASTEST.multiplySigned(0f, negative, sums, sums);
            FASTEST.tanh(sums, sums);
        }
    }

    private static RowKernels choose() {
        List<RowKernels> all = available();
        RowKernels widest = all.get(all.size() - 1);
        boolean plain = System.getProperty(PROPERTY, "").equals(PLAIN);
        return plain || widest.lanes() < WORTHWHILE_LANES ? all.get(0) : widest;
    }
}
