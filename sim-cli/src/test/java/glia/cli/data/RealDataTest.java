package glia.cli.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import glia.learning.data.Dataset;
import glia.learning.data.TrainAndTest;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The readers on the published files, where this machine has them. */
class RealDataTest {
    @Test
    void readsMnist() {
        TrainAndTest mnist = load("mnist");
        assertSizes(mnist, 60_000, 10_000, 784);
        assertArrayEquals(new int[] {5, 0, 4, 1, 9, 2, 1, 3, 1, 4}, firstLabels(mnist.train()));
        assertArrayEquals(new int[] {7, 2, 1, 0, 4, 1, 4, 9, 5, 9}, firstLabels(mnist.test()));
        assertEquals(6742, mnist.train().indicesOf(1).length);
        assertEquals(1009, mnist.test().indicesOf(9).length);
    }

    @Test
    void readsFashionMnist() {
        TrainAndTest fashion = load("fashion-mnist");
        assertSizes(fashion, 60_000, 10_000, 784);
        assertArrayEquals(new int[] {9, 0, 0, 3, 0, 2, 7, 2, 5, 5}, firstLabels(fashion.train()));
        assertEquals(6000, fashion.train().indicesOf(8).length);
        assertEquals(1000, fashion.test().indicesOf(0).length);
    }

    @Test
    void readsCifar10() {
        long memory = Runtime.getRuntime().maxMemory() >> 20;
        assumeTrue(memory >= 1000, "CIFAR-10 skipped: it needs 1000 MB of heap, and there are " + memory);
        TrainAndTest cifar = load("cifar-10");
        assertSizes(cifar, 50_000, 10_000, 3072);
        assertArrayEquals(new int[] {6, 9, 9, 4, 1, 1, 2, 7, 8, 3}, firstLabels(cifar.train()));
        assertArrayEquals(new int[] {3, 8, 8, 0, 6, 6, 1, 6, 3, 1}, firstLabels(cifar.test()));
        assertEquals(5000, cifar.train().indicesOf(4).length);
        assertEquals(1000, cifar.test().indicesOf(4).length);
    }

    @Test
    void readsDigits() {
        TrainAndTest digits = load("digits-8x8");
        assertSizes(digits, 1438, 359, 64);
        assertEquals(182, digits.train().indicesOf(1).length + digits.test().indicesOf(1).length);
    }

    @Test
    void readsIris() {
        TrainAndTest iris = load("iris");
        assertSizes(iris, 120, 30, 4);
        assertEquals(3, iris.train().classes());
        assertEquals(50, iris.train().indicesOf(2).length + iris.test().indicesOf(2).length);
    }

    @Test
    void knowsTheSumsOfThePublishedFiles() {
        for (RemoteSet set : RemoteSet.ALL) {
            Path folder = TestFiles.real(set.name());
            for (RemoteFile file : set.files()) {
                assertTrue(DataFetcher.isSound(folder.resolve(file.name()), file), file.name());
            }
        }
    }

    private static TrainAndTest load(String name) {
        return new DataCatalogue(new DataFolders(Path.of("nowhere")))
                .load(new DataRequest(
                        name,
                        Optional.of(TestFiles.real(name)),
                        1,
                        OptionalInt.empty(),
                        OptionalInt.empty(),
                        CsvReader.Layout.STANDARD));
    }

    private static void assertSizes(TrainAndTest data, int train, int test, int inputs) {
        assertEquals(train, data.train().size());
        assertEquals(test, data.test().size());
        assertEquals(inputs, data.train().inputSize());
    }

    private static int[] firstLabels(Dataset data) {
        return IntStream.range(0, 10).map(data::label).toArray();
    }
}
