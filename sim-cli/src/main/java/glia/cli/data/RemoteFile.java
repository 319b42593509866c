package glia.cli.data;

/**
 * A file packed with gzip at the home of a set.
 *
 * @param name its name, there and here
 * @param unpackedBytes how long it is unpacked
 * @param sha256 of the unpacked bytes, in hexadecimal; homes may pack the same bytes differently
 */
public record RemoteFile(String name, long unpackedBytes, String sha256) {
    /** What gzip may add to bytes that cannot be packed: a header, and a little for each block. */
    private static final long PACKING = 1024;

    /** The most bytes that the packed file can sensibly have. */
    public long mostBytes() {
        return unpackedBytes + unpackedBytes / 1000 + PACKING;
    }
}
