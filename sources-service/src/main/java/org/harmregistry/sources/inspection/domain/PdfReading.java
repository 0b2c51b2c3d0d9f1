package org.harmregistry.sources.inspection.domain;

import java.io.IOException;

import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadView;

/** A file as PDFBox reads it, held to the file's deadline. */
final class PdfReading implements RandomAccessRead {

    private static final int PIECE = 16 * 1024;

    private final FileBytes file;
    private long position;
    private byte[] piece = new byte[0];
    private long pieceAt;
    private boolean closed;

    PdfReading(FileBytes file) {
        this.file = file;
    }

    @Override
    public int read() throws IOException {
        return fill() ? piece[(int) (position++ - pieceAt)] & 0xff : -1;
    }

    @Override
    public int read(byte[] into, int offset, int wanted) throws IOException {
        if (!fill()) {
            return -1;
        }
        int from = (int) (position - pieceAt);
        int size = Math.min(wanted, piece.length - from);
        System.arraycopy(piece, from, into, offset, size);
        position += size;
        return size;
    }

    private boolean fill() throws IOException {
        if (position < pieceAt || position >= pieceAt + piece.length) {
            piece = file.read(position, PIECE);
            pieceAt = position;
        }
        return position < pieceAt + piece.length;
    }

    @Override
    public long getPosition() {
        return position;
    }

    @Override
    public void seek(long to) throws IOException {
        if (to < 0) {
            throw new IOException("No such place.");
        }
        position = Math.min(to, file.length());
    }

    @Override
    public long length() {
        return file.length();
    }

    @Override
    public boolean isClosed() {
        return closed;
    }

    @Override
    public boolean isEOF() {
        return position >= file.length();
    }

    @Override
    public RandomAccessReadView createView(long start, long size) {
        return new RandomAccessReadView(new PdfReading(file), start, size, true);
    }

    @Override
    public void close() {
        closed = true;
    }
}
