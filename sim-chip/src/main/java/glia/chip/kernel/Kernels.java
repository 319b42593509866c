package glia.chip.kernel;

import java.util.List;

/** Which loops run: the vector ones where the virtual machine was started with the vector API and its vectors are wide, else the plain ones. */
public final class Kernels {
    /** A property of the virtual machine: {@code plain} has it run the plain loops in any case. */
    private static final String PROPERTY = "glia.kernels";

    private static final String PLAIN = "plain";

    private static final int WORTHWHILE_LANES = 8;

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

    private static RowKernels choose() {
        List<RowKernels> all = available();
        RowKernels widest = all.get(all.size() - 1);
        boolean plain = System.getProperty(PROPERTY, "").equals(PLAIN);
        return plain || widest.lanes() < WORTHWHILE_LANES ? all.get(0) : widest;
    }
}
