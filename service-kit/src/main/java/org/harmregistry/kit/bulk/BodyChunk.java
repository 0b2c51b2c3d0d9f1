package org.harmregistry.kit.bulk;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** The part of a body that was read last. What some programs put in front of UTF-8 is no part of the text, and passed over. */
final class BodyChunk {

    private static final byte[] BYTE_ORDER_MARK = { (byte) 0xEF, (byte) 0xBB, (byte) 0xBF };

    private final InputStream body;
    private final byte[] bytes = new byte[16_384];
    private int next;
    private int end;
    private boolean first = true;

    BodyChunk(InputStream body) {
        this.body = body;
    }

    /** Whether the body goes on; reads on if all of this part was taken. */
    boolean hasMore() throws IOException {
        return hasNext() || read();
    }

    /** Whether this part goes on. */
    boolean hasNext() {
        return next < end;
    }

    byte next() {
        return bytes[next++];
    }

    int position() {
        return next;
    }

    byte[] bytes() {
        return bytes;
    }

    private boolean read() throws IOException {
        next = 0;
        end = Math.max(0, first ? body.readNBytes(bytes, 0, bytes.length) : body.read(bytes));
        if (first && end >= BYTE_ORDER_MARK.length
                && Arrays.equals(bytes, 0, BYTE_ORDER_MARK.length, BYTE_ORDER_MARK, 0, BYTE_ORDER_MARK.length)) {
            next = BYTE_ORDER_MARK.length;
        }
        first = false;
        return hasNext();
    }
}
