package glia.cli;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The house as a whole: who may know whom, and who may print, exit or read a clock. */
class ArchitectureTest {
    private static final JavaClasses GLIA = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("glia");

    /** What reads a clock, or waits by one. */
    private static final Map<String, Set<String>> CLOCKS = Map.of(
            "java.lang.System", Set.of("nanoTime", "currentTimeMillis"),
            "java.lang.Thread", Set.of("sleep"),
            "java.time.Instant", Set.of("now"),
            "java.time.LocalDate", Set.of("now"),
            "java.time.LocalDateTime", Set.of("now"),
            "java.time.ZonedDateTime", Set.of("now"));

    /** What prints or ends the process. */
    private static final Map<String, Set<String>> VOICE = Map.of(
            "java.lang.System", Set.of("out", "err", "exit", "console"),
            "java.lang.Runtime", Set.of("exit", "halt"),
            "java.lang.Throwable", Set.of("printStackTrace"));

    private static void check(ArchRule rule) {
        rule.check(GLIA);
    }

    @Test
    void allModulesAreSeen() {
        for (String module : List.of("core", "chip", "learning", "cli")) {
            long classes = GLIA.stream()
                    .filter(each -> each.getPackageName().startsWith("glia." + module))
                    .count();
            assertTrue(classes > 10, module + ": " + classes);
        }
    }

    @Test
    void floorsKnowOnlyThoseBelow() {
        check(layeredArchitecture()
                .consideringOnlyDependenciesInAnyPackage("glia..")
                .layer("core")
                .definedBy("glia.core..")
                .layer("chip")
                .definedBy("glia.chip..")
                .layer("learning")
                .definedBy("glia.learning..")
                .layer("cli")
                .definedBy("glia.cli..")
                .whereLayer("core")
                .mayNotAccessAnyLayer()
                .whereLayer("chip")
                .mayOnlyAccessLayers("core")
                .whereLayer("learning")
                .mayOnlyAccessLayers("chip", "core")
                .whereLayer("cli")
                .mayOnlyAccessLayers("learning", "chip", "core")
                .whereLayer("cli")
                .mayNotBeAccessedByAnyLayer());
    }

    @ParameterizedTest
    @ValueSource(strings = {"core", "chip", "learning", "cli"})
    void packagesOfAModuleFormNoCircle(String module) {
        check(slices().matching("glia." + module + ".(*)..").should().beFreeOfCycles());
    }

    @Test
    void commandLineGoesFromCommandsToPagesToReportsToSweepsToEnduranceToReproductionsToRunsToScenariosToData() {
        List<String> floors = List.of(
                "data",
                "scenario",
                "run",
                "retime",
                "reproduce",
                "endurance",
                "sweep",
                "explore",
                "report",
                "page",
                "command");
        for (int floor = 0; floor < floors.size() - 1; floor++) {
            knowsNone(
                    "glia.cli." + floors.get(floor) + "..",
                    floors.subList(floor + 1, floors.size()).stream()
                            .map(above -> "glia.cli." + above + "..")
                            .toArray(String[]::new));
        }
    }

    /** Pictures are drawn of numbers, whatever these are of. */
    @Test
    void figuresKnowNothingOfGlia() {
        check(noClasses()
                .that()
                .resideInAPackage("glia.cli.figure..")
                .should()
                .dependOnClassesThat(resideInAPackage("glia..").and(resideOutsideOfPackage("glia.cli.figure.."))));
        knowsNone("glia.cli.data..", "glia.cli.figure..");
        knowsNone("glia.cli.scenario..", "glia.cli.figure..");
        knowsNone("glia.cli.run..", "glia.cli.figure..");
    }

    /** Traces are written of what a chip tells, whatever it runs for. */
    @Test
    void tracesKnowNothingElseOfTheCommandLine() {
        check(noClasses()
                .that()
                .resideInAPackage("glia.cli.trace..")
                .should()
                .dependOnClassesThat(resideInAPackage("glia.cli..").and(resideOutsideOfPackage("glia.cli.trace.."))));
    }

    /** A job array runs whatever command it is given. */
    @Test
    void jobArraysKnowNothingElseOfTheCommandLine() {
        check(noClasses()
                .that()
                .resideInAPackage("glia.cli.slurm..")
                .should()
                .dependOnClassesThat(resideInAPackage("glia.cli..").and(resideOutsideOfPackage("glia.cli.slurm.."))));
    }

    /** Two forms of a rule that share code prove nothing about each other; the parameters alone are common. */
    @Test
    void rulesAndTheirReferencesNeverMeet() {
        knowsNone("glia.learning.rule..", "glia.learning.reference..");
        knowsNone("glia.learning.reference..", "glia.learning.rule..");
        DescribedPredicate<JavaClass> working = resideInAPackage("glia.learning.part..")
                .and(DescribedPredicate.not(JavaClass.Predicates.simpleNameEndingWith("Parameters")))
                .and(DescribedPredicate.not(JavaClass.Predicates.simpleName("Periods")))
                .and(DescribedPredicate.not(JavaClass.Predicates.assignableTo(Enum.class)));
        check(noClasses()
                .that()
                .resideInAPackage("glia.learning.reference..")
                .should()
                .dependOnClassesThat(working));
    }

    @Test
    void learningGoesFromTrainingToRulesToParts() {
        knowsNone(
                "glia.learning.part..",
                "glia.learning.rule..",
                "glia.learning.reference..",
                "glia.learning.measure..",
                "glia.learning.train..",
                "glia.learning.data..");
        knowsNone("glia.learning.rule..", "glia.learning.measure..", "glia.learning.train..", "glia.learning.data..");
        knowsNone(
                "glia.learning.reference..",
                "glia.learning.measure..",
                "glia.learning.train..",
                "glia.learning.data..");
        knowsNone(
                "glia.learning.data..",
                "glia.learning.measure..",
                "glia.learning.train..",
                "glia.learning.rule..",
                "glia.learning.reference..",
                "glia.learning.part..");
        // measures see a rule through the chip's socket alone, so that they hold for every one
        knowsNone(
                "glia.learning.measure..",
                "glia.learning.train..",
                "glia.learning.rule..",
                "glia.learning.reference..",
                "glia.learning.part..",
                "glia.learning.data..");
    }

    private static void knowsNone(String from, String... others) {
        check(noClasses()
                .that()
                .resideInAPackage(from)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others));
    }

    @Test
    void onlyTheCommandLinePrintsExitsOrReadsAClock() {
        check(noClasses()
                .that(resideOutsideOfPackage("glia.cli.."))
                .should()
                .accessTargetWhere(oneOf(CLOCKS).or(oneOf(VOICE))));
    }

    @Test
    void onlyMainExits() {
        check(noClasses()
                .that(DescribedPredicate.not(JavaClass.Predicates.equivalentTo(Main.class)))
                .should()
                .accessTargetWhere(oneOf(
                        Map.of("java.lang.System", Set.of("exit"), "java.lang.Runtime", Set.of("exit", "halt")))));
    }

    /** Whatever stands in a scenario, a technology or a run's files comes by one door; what is shown leaves by another. */
    @Test
    void onlyCommandsAndReportsPrint() {
        check(noClasses()
                .that(resideOutsideOfPackage("glia.cli.command..").and(resideOutsideOfPackage("glia.cli.report..")))
                .should()
                .accessTargetWhere(
                        oneOf(VOICE).and(DescribedPredicate.not(oneOf(Map.of("java.lang.System", Set.of("exit")))))));
    }

    @Test
    void nothingIsDrawnButFromRandomStreams() {
        check(
                noClasses()
                        .should()
                        .dependOnClassesThat()
                        .haveNameMatching(
                                "java\\.util\\.(Random|SplittableRandom|concurrent\\.ThreadLocalRandom)|java\\.util\\.random\\..*"));
        check(noClasses()
                .should()
                .accessTargetWhere(
                        oneOf(Map.of("java.lang.Math", Set.of("random"), "java.util.Collections", Set.of("shuffle")))));
    }

    private static DescribedPredicate<JavaAccess<?>> oneOf(Map<String, Set<String>> members) {
        return DescribedPredicate.describe("access to " + members, access -> {
            AccessTarget target = access.getTarget();
            return members.entrySet().stream()
                    .anyMatch(each -> target.getOwner().isAssignableTo(each.getKey())
                            && each.getValue().contains(target.getName()));
        });
    }
}
