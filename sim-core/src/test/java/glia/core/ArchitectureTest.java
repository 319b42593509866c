package glia.core;

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
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("glia.core");

    /** Who keeps state says what it keeps. */
    private static final String ARCHIVE = "glia.core.archive";

    /** By package, all else it may use but the JDK and the annotations of jspecify. */
    private static final Map<String, List<String>> ARROWS = Map.of(
            "archive", List.of("java.nio", "java.nio.channels", "java.nio.charset", "java.util.zip"),
            "account", List.of(ARCHIVE, "glia.core.event", "org.agrona.collections"),
            "trace",
                    List.of(
                            ARCHIVE,
                            "glia.core.event",
                            "java.nio",
                            "org.agrona",
                            "org.agrona.concurrent",
                            "org.agrona.concurrent.ringbuffer"),
            "event", List.of(ARCHIVE, "org.agrona"),
            "stat", List.of(ARCHIVE, "java.nio", "java.util.zip", "org.HdrHistogram"),
            "config", List.of(),
            "random", List.of());

    @Test
    void everyPackageHasItsRule() {
        Set<String> packages =
                CLASSES.stream().map(JavaClass::getPackageName).collect(Collectors.toCollection(TreeSet::new));
        Set<String> ruled = ARROWS.keySet().stream()
                .map(name -> "glia.core." + name)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(ruled, packages);
    }

    @Test
    void packagesUseOnlyThoseBelowThem() {
        ARROWS.forEach((name, used) -> {
            List<String> allowed = new ArrayList<>(used);
            allowed.addAll(List.of(
                    "glia.core." + name,
                    "java.io",
                    "java.lang",
                    "java.lang.annotation",
                    "java.lang.invoke",
                    "java.math",
                    "java.util",
                    "java.util.function",
                    "java.util.stream",
                    "org.jspecify.annotations"));
            classes()
                    .that()
                    .resideInAPackage("glia.core." + name)
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(allowed.toArray(String[]::new))
                    .check(CLASSES);
        });
    }

    @Test
    void packagesRunInNoCircles() {
        slices().matching("glia.core.(*)..").should().beFreeOfCycles().check(CLASSES);
    }
}
