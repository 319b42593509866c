package glia.cli.data;

import glia.core.config.InputException;
import glia.core.config.NearestName;
import java.net.URI;
import java.util.List;

/**
 * A set that can be fetched.
 *
 * @param name what it is called here
 * @param homes the folders where its files are published, each ending in a slash; tried in this order
 * @param files the files
 */
public record RemoteSet(String name, List<URI> homes, List<RemoteFile> files) {
    private static final int TRAIN = 60_000;
    private static final int TEST = 10_000;

    /** Handwritten digits (LeCun, Cortes, Burges). */
    public static final RemoteSet MNIST = mnistLike(
            "mnist",
            List.of(
                    URI.create("https://ossci-datasets.s3.amazonaws.com/mnist/"),
                    URI.create("https://storage.googleapis.com/cvdf-datasets/mnist/")),
            "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db",
            "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5",
            "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7",
            "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2");

    /** Articles of clothing (Xiao, Rasul, Vollgraf). */
    public static final RemoteSet FASHION_MNIST = mnistLike(
            "fashion-mnist",
            List.of(
                    URI.create("http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/"),
                    URI.create("https://github.com/zalandoresearch/fashion-mnist/raw/master/data/fashion/")),
            "c59f468a2f672dc815687fe0f83887768d799fd8a3f3276145d20f83aa44d888",
            "bad3541b69d912435c50bb6ba87bec294ff4f6a2e1246121d8633921760443d9",
            "5b4141f0afbad91edebe8549f8fcffe087ea10ca49f1dbef5c9a5cd8815ce37b",
            "0402a96d92fd2663957122ceb108a494c5af83dab82d92729df917d7dec38c34");

    /** All of them. */
    public static final List<RemoteSet> ALL = List.of(MNIST, FASHION_MNIST);

    /** Copies the lists. */
    public RemoteSet {
        homes = List.copyOf(homes);
        files = List.copyOf(files);
    }

    /** The set of a name. */
    public static RemoteSet named(String name) {
        List<String> names = ALL.stream().map(RemoteSet::name).toList();
        return ALL.stream()
                .filter(set -> set.name.equals(name))
                .findFirst()
                .orElseThrow(() -> new InputException("no set " + name + " to fetch; expected one of "
                        + String.join(", ", names) + NearestName.hint(name, names)));
    }

    /** The same set, published elsewhere. */
    public RemoteSet at(URI home) {
        String folder = home.toString();
        if (!folder.matches("https?://.+")) {
            throw new InputException(
                    "the home " + folder + "; expected an address that begins with https:// or http://");
        }
        return new RemoteSet(name, List.of(URI.create(folder.endsWith("/") ? folder : folder + "/")), files);
    }

    private static RemoteSet mnistLike(String name, List<URI> homes, String... sums) {
        return new RemoteSet(
                name,
                homes,
                List.of(
                        new RemoteFile("train-images-idx3-ubyte.gz", imageBytes(TRAIN), sums[0]),
                        new RemoteFile("train-labels-idx1-ubyte.gz", labelBytes(TRAIN), sums[1]),
                        new RemoteFile("t10k-images-idx3-ubyte.gz", imageBytes(TEST), sums[2]),
                        new RemoteFile("t10k-labels-idx1-ubyte.gz", labelBytes(TEST), sums[3])));
    }

    private static long imageBytes(int count) {
        return 16 + count * 28L * 28;
    }

    private static long labelBytes(int count) {
        return 8L + count;
    }
}
