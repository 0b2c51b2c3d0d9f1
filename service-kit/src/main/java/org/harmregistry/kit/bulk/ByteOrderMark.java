package org.harmregistry.kit.bulk;

import java.util.Arrays;

/** What some programs put in front of UTF-8; it is no part of the text. */
final class ByteOrderMark {

    static final int LENGTH = 3;
    private static final byte[] MARK = { (byte) 0xEF, (byte) 0xBB, (byte) 0xBF };

    private ByteOrderMark() {
    }

    /** True if it stands at the beginning of so many bytes of a chunk. */
    static boolean begins(byte[] chunk, int length) {
        return length >= LENGTH && Arrays.equals(chunk, 0, LENGTH, MARK, 0, LENGTH);
    }
}
