package glia.chip.kernel;

import java.util.List;

/** Which loops run: the vector ones where the virtual machine was started with the vector API and its vectors are wide, else the plain ones. */
public final class Kernels {
    /** Names the loops to take instead of the fastest: {@code plain} or {@code vector}. */
    public static final String PROPERTY = "glia.kernels";

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
        String wanted = System.getProperty(PROPERTY, "");
        List<RowKernels> all = available();
        if (!wanted.isEmpty()) {
            return all.stream()
                    .filter(kernels -> kernels.name().equals(wanted))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(PROPERTY + " is " + wanted + "; this Java can run "
                            + all.stream().map(RowKernels::name).toList()));
        }
        RowKernels widest = all.get(all.size() - 1);
        return widest.lanes() < WORTHWHILE_LANES ? all.get(0) : widest;
    }
}
