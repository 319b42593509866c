package glia.learning.train;

import static org.junit.jupiter.api.Assertions.assertTrue;

import glia.core.config.Key;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each rule's file begins with what the rule is, its equation, its parameters, its hardware and its source. */
class RuleDocumentationTest {
    private static final Path RULES = Path.of("src/main/java/glia/learning/rule");

    private static String header(LearningRules rule) throws IOException {
        String file = switch (rule) {
            case DELTA_MGD -> "DeltaMgd";
            case UNDIRECTED_MGD -> "UndirectedMgd";
            case NODE_PERTURBATION -> "NodePerturbation";
            case ALIGNED_MGD -> "AlignedMgd";
            case HEBBIAN_MGD -> "HebbianMgd";
            case BACKPROPAGATION, SIGN_SGD -> "Backpropagation";
        };
        String source = Files.readString(RULES.resolve(file + ".java"));
        return source.substring(source.indexOf("/**"), source.indexOf("*/")).replaceAll("\\s*\\n \\*\\s*", " ");
    }

    @ParameterizedTest
    @EnumSource
    void ruleStatesEquationParametersHardwareAndSource(LearningRules rule) throws IOException {
        String header = header(rule);
        for (String part :
                new String[] {"<pre>", "<p>Parameters (unit, default): ", "<p>Asks of the hardware", "<p>Source"}) {
            assertTrue(header.contains(part), rule + ": " + part);
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyKeyIsThereWithItsDefault(LearningRules rule) throws IOException {
        String header = header(rule);
        assertTrue(states(header, "rate", rule.usualRate()), rule + ": rate " + rule.usualRate());
        for (Key key : rule.keys()) {
            String name = key.name().substring("learning.".length());
            if (!OptimizerSettings.KEYS.contains(key) || name.equals("optimizer")) {
                assertTrue(states(header, name, key.standard()), rule + ": " + name + " " + key.standard());
            }
        }
    }

    /** Whether the name is followed, before the next one, by parentheses with a unit and the default. */
    private static boolean states(String header, String name, String value) {
        return Pattern.compile(
                        "\\{@code " + name + "}(?:(?!\\{@code).)*\\((?:[^()]*[,:] )" + Pattern.quote(value) + "[,;:)]")
                .matcher(header)
                .find();
    }
}
