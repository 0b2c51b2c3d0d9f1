package org.harmregistry.sources.archive;

import java.util.Arrays;
import java.util.HexFormat;

/** The SHA-256 of each chunk of a file in their order: a part of the file can be verified without reading the whole. */
public final class ChunkDigests {

    static final ChunkDigests NONE = new ChunkDigests(new byte[0]);
    private static final int LENGTH = 32;

    private final byte[] bytes;

    private ChunkDigests(byte[] bytes) {
        this.bytes = bytes;
    }

    /** @param bytes 32 for each chunk */
    public static ChunkDigests of(byte[] bytes) {
        if (bytes.length % LENGTH != 0) {
            throw new IllegalArgumentException("32 bytes for each chunk");
        }
        return new ChunkDigests(bytes.clone());
    }

    /** The same with one chunk more. */
    ChunkDigests with(byte[] digest) {
        byte[] longer = Arrays.copyOf(bytes, bytes.length + LENGTH);
        System.arraycopy(digest, 0, longer, bytes.length, LENGTH);
        return new ChunkDigests(longer);
    }

    /** How many chunks there are. */
    int count() {
        return bytes.length / LENGTH;
    }

    byte[] digest(int chunk) {
        return Arrays.copyOfRange(bytes, chunk * LENGTH, (chunk + 1) * LENGTH);
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ChunkDigests same && Arrays.equals(bytes, same.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }
}
