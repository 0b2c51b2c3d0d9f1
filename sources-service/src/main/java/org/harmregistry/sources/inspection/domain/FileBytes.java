package org.harmregistry.sources.inspection.domain;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/** A file to be inspected: read at any place, in pieces, and only until a deadline. Nothing here holds a file as a whole. */
public final class FileBytes implements Closeable {

    private final FileChannel channel;
    private final byte[] memory;
    private final long start;
    private final long length;
    private final Deadline deadline;

    private FileBytes(FileChannel channel, byte[] memory, long start, long length, Deadline deadline) {
        this.channel = channel;
        this.memory = memory;
        this.start = start;
        this.length = length;
        this.deadline = deadline;
    }

    public static FileBytes of(Path file, Deadline deadline) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        return new FileBytes(channel, null, 0, channel.size(), deadline);
    }

    public static FileBytes of(byte[] bytes, Deadline deadline) {
        return new FileBytes(null, bytes, 0, bytes.length, deadline);
    }

    /** A part as a file of its own, without a copy; it lives as long as the whole does. */
    public FileBytes part(long offset, long size) {
        long from = Math.min(Math.max(0, offset), length);
        return new FileBytes(channel, memory, start + from, Math.max(0, Math.min(size, length - from)), deadline);
    }

    /** Length in bytes. */
    public long length() {
        return length;
    }

    public Deadline deadline() {
        return deadline;
    }

    /** The bytes at a place, fewer if the file ends before. */
    public byte[] read(long offset, int wanted) throws IOException {
        deadline.check();
        if (offset < 0 || offset >= length) {
            return new byte[0];
        }
        int size = (int) Math.min(wanted, length - offset);
        if (memory != null) {
            return Arrays.copyOfRange(memory, (int) (start + offset), (int) (start + offset) + size);
        }
        ByteBuffer buffer = ByteBuffer.allocate(size);
        while (buffer.hasRemaining()) {
            int read = channel.read(buffer, start + offset + buffer.position());
            if (read < 0) {
                return Arrays.copyOf(buffer.array(), buffer.position());
            }
        }
        return buffer.array();
    }

    public InputStream stream() {
        return stream(0, length);
    }

    /** A part of the file as a stream; it ends where the part or the file does. */
    public InputStream stream(long from, long size) {
        return new PartStream(from, Math.max(from, Math.min(length, from + Math.max(0, size))));
    }

    @Override
    public void close() throws IOException {
        if (channel != null) {
            channel.close();
        }
    }

    private final class PartStream extends InputStream {

        private static final int PIECE = 64 * 1024;

        private final long end;
        private long next;
        private byte[] piece = new byte[0];
        private int at;

        PartStream(long from, long end) {
            this.next = from;
            this.end = end;
        }

        @Override
        public int read() throws IOException {
            return fill() ? piece[at++] & 0xff : -1;
        }

        @Override
        public int read(byte[] into, int offset, int wanted) throws IOException {
            if (wanted == 0) {
                return 0;
            }
            if (!fill()) {
                return -1;
            }
            int size = Math.min(wanted, piece.length - at);
            System.arraycopy(piece, at, into, offset, size);
            at += size;
            return size;
        }

        @Override
        public long skip(long wanted) {
            long inPiece = Math.min(Math.max(0, wanted), piece.length - at);
            at += (int) inPiece;
            long further = Math.min(Math.max(0, wanted - inPiece), end - next);
            next += further;
            return inPiece + further;
        }

        @Override
        public int available() {
            return (int) Math.min(Integer.MAX_VALUE, piece.length - at + end - next);
        }

        private boolean fill() throws IOException {
            if (at < piece.length) {
                return true;
            }
            piece = FileBytes.this.read(next, (int) Math.min(PIECE, end - next));
            next += piece.length;
            at = 0;
            return piece.length > 0;
        }
    }
}
