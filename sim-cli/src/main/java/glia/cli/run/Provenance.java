package glia.cli.run;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Properties;

/** Which Glia this is. */
public final class Provenance {
    private static final Properties BUILD = read();

    private Provenance() {}

    private static Properties read() {
        Properties properties = new Properties();
        try (InputStream in = Provenance.class.getResourceAsStream("/glia/cli/build.properties")) {
            if (in != null) {
                properties.load(in);
            }
        } catch (IOException unreadable) {
            properties.clear();
        }
        return properties;
    }

    /** The version. */
    public static String version() {
        return BUILD.getProperty("version", "unknown");
    }

    /** The git commit of the sources. */
    public static String commit() {
        return BUILD.getProperty("commit", "unknown");
    }

    /** The Java that runs it. */
    public static String jdk() {
        return System.getProperty("java.vendor") + " " + System.getProperty("java.version");
    }

    /** The SHA-256 of a text. */
    public static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
