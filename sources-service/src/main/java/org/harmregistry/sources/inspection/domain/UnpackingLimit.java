package org.harmregistry.sources.inspection.domain;

import java.io.IOException;
import java.io.InputStream;

/**
 * How much unpacking an inspection may do in all, however deep. Sizes that an archive claims are not believed: what comes
 * out is counted.
 */
final class UnpackingLimit {

    /** Most bytes that all archives in a file may unpack to together. */
    static final long MOST_BYTES = 2L << 30;
    /** From this size on an entry may not be packed more tightly than {@link #MOST_RATIO}. */
    private static final long SMALL = 4L << 20;
    private static final long MOST_RATIO = 200;

    private long unpacked;

    /** Reads all that comes out; {@code false} as soon as it is beyond measure. */
    boolean drain(InputStream content, long packed) throws IOException {
        byte[] piece = new byte[64 * 1024];
        long size = 0;
        for (int read = content.read(piece); read >= 0; read = content.read(piece)) {
            size += read;
            if (!admits(read, size, packed)) {
                return false;
            }
        }
        return true;
    }

    /** Counts a piece that came out. */
    boolean admits(int read, long size, long packed) {
        unpacked += read;
        return unpacked <= MOST_BYTES && !(size > SMALL && size / Math.max(1, packed) > MOST_RATIO);
    }
}
