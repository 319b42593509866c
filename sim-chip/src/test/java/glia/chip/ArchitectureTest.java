package glia.chip;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Who may use whom inside this module, and what it may use of others. */
class ArchitectureTest {
    private static final String ROOT = "glia.chip";
    private static final String ACCOUNT = "glia.core.account";
    /** Who keeps state says what it keeps. */
    private static final String ARCHIVE = "glia.core.archive";

    private static final String EVENT = "glia.core.event";
    private static final String BLOCK = "glia.chip.block";
    private static final String DATAPATH = "glia.chip.datapath";
    private static final String DEVICE = "glia.chip.device";
    private static final String INTERCONNECT = "glia.chip.interconnect";
    private static final String KERNEL = "glia.chip.kernel";
    private static final String MESSAGE = "glia.chip.message";
    private static final String PLASTICITY = "glia.chip.plasticity";

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    /** By package, all else it may use but the JDK and the annotations of jspecify. */
    private static final Map<String, List<String>> ARROWS = Map.of(
            ROOT,
            List.of(ACCOUNT),
            "glia.chip.build",
            List.of(
                    ROOT,
                    BLOCK,
                    DATAPATH,
                    DEVICE,
                    INTERCONNECT,
                    MESSAGE,
                    PLASTICITY,
                    ACCOUNT,
                    ARCHIVE,
                    EVENT,
                    "glia.core.config",
                    "glia.core.trace"),
            BLOCK,
            List.of(ROOT, DATAPATH, DEVICE, MESSAGE, PLASTICITY, ACCOUNT, ARCHIVE, EVENT),
            PLASTICITY,
            List.of(DATAPATH, MESSAGE, ARCHIVE),
            DATAPATH,
            List.of(DEVICE, KERNEL, ARCHIVE, "glia.core.random"),
            KERNEL,
            List.of("java.lang.reflect", "jdk.incubator.vector"),
            DEVICE,
            List.of(ARCHIVE, "glia.core.random"),
            INTERCONNECT,
            List.of(ROOT, MESSAGE, ACCOUNT, ARCHIVE, EVENT, "org.agrona.collections"),
            MESSAGE,
            List.of(EVENT));

    /** Nothing for files, time of day or threads. */
    private static final List<String> JDK = List.of(
            "java.lang",
            "java.lang.annotation",
            "java.lang.invoke",
            "java.lang.runtime",
            "java.math",
            "java.util",
            "java.util.function",
            "java.util.stream");

    @Test
    void everyPackageHasItsRule() {
        Set<String> packages =
                CLASSES.stream().map(JavaClass::getPackageName).collect(Collectors.toCollection(TreeSet::new));
        assertEquals(new TreeSet<>(ARROWS.keySet()), packages);
    }

    @Test
    void packagesUseOnlyThoseBelowThem() {
        ARROWS.forEach((name, used) -> {
            List<String> allowed = new ArrayList<>(used);
            allowed.add(name);
            allowed.addAll(JDK);
            allowed.add("org.jspecify.annotations");
            classes()
                    .that()
                    .resideInAPackage(name)
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(allowed.toArray(String[]::new))
                    .check(CLASSES);
        });
    }

    @Test
    void packagesRunInNoCircles() {
        slices().matching("glia.chip.(*)..").should().beFreeOfCycles().check(CLASSES);
    }
}
