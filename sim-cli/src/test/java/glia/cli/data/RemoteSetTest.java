package glia.cli.data;

import static glia.cli.data.TestFiles.assertComplaint;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class RemoteSetTest {
    private final Path folder = Path.of("none");

    @Test
    void setsAreFoundByName() {
        assertEquals(RemoteSet.MNIST, RemoteSet.named("mnist"));
        assertComplaint(
                folder,
                "no set mnits to fetch; expected one of mnist, fashion-mnist; did you mean mnist?",
                () -> RemoteSet.named("mnits"));
        assertEquals(
                List.of(URI.create("https://mirror/mnist/")),
                RemoteSet.MNIST.at(URI.create("https://mirror/mnist")).homes());
        assertComplaint(
                folder,
                "the home ftp://mirror; expected an address that begins with https:// or http://",
                () -> RemoteSet.MNIST.at(URI.create("ftp://mirror")));
    }
}
