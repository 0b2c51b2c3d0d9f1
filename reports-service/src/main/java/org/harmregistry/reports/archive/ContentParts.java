package org.harmregistry.reports.archive;

import java.nio.ByteBuffer;
import java.util.Iterator;

/** Takes pieces of any length apart, or together, to parts of the length wanted. */
final class ContentParts {

    private final Iterator<byte[]> pieces;
    private ByteBuffer piece = ByteBuffer.allocate(0);

    ContentParts(Iterable<byte[]> pieces) {
        this.pieces = pieces.iterator();
    }

    /**
     * The next bytes.
     *
     * @param length how many; there must be so many
     */
    byte[] next(int length) {
        ByteBuffer part = ByteBuffer.allocate(length);
        while (part.hasRemaining()) {
            if (!piece.hasRemaining()) {
                piece = ByteBuffer.wrap(pieces.next());
            }
            int taken = Math.min(piece.remaining(), part.remaining());
            part.put(piece.slice().limit(taken));
            piece.position(piece.position() + taken);
        }
        return part.array();
    }
}
