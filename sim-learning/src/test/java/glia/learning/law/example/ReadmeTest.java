package glia.learning.law.example;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the README shows of these files is what they are. */
class ReadmeTest {
    @ParameterizedTest
    @ValueSource(strings = {"CostSignDescent.java", "CostSignDescentProperties.java"})
    void showsTheFileByteForByte(String name) throws IOException {
        String readme = Files.readString(Path.of("..", "README.md"));
        String source = Files.readString(Path.of("src/test/java/glia/learning/law/example", name));
        assertTrue(readme.contains("\n```java\n" + source + "```\n"), name + " differs from what the README shows");
    }
}
