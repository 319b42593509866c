package glia.cli.data;

import java.util.OptionalLong;

/** Hears how far a file has come. */
@FunctionalInterface
public interface FetchListener {
    /** Called after each piece; the total is absent if the server does not say it. */
    void onProgress(String file, long bytes, OptionalLong total);
}
