package org.harmregistry.sources.workingcopy.domain;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;

import org.harmregistry.sources.inspection.domain.Bytes;
import org.harmregistry.sources.inspection.domain.FileBytes;

/**
 * JPEG (ITU-T T.81), segment by segment and without decoding: only those that a decoder needs are copied. Comments, application
 * data (Exif, XMP, IPTC, maker's notes, colour profiles, which may name a device) and whatever follows the picture are left
 * out;
 * the orientation is written anew.
 */
final class JpegStripping implements MetadataStripping {

    private static final byte[] JFIF = { (byte) 0xff, (byte) 0xe0, 0, 16, 'J', 'F', 'I', 'F', 0, 1, 1, 0, 0, 1, 0, 1, 0, 0 };
    private static final int MOST_SEGMENTS = 100_000;

    @Override
    public void strip(FileBytes file, OutputStream out) throws IOException {
        if (!Bytes.startsWith(file.read(0, 3), 0, "\u00ff\u00d8\u00ff")) {
            throw new UnstrippableException("It is no JPEG picture.");
        }
        int orientation = orientation(file);
        out.write(0xff);
        out.write(0xd8);
        if (!isAdobe(file)) {
            out.write(JFIF);
        }
        if (orientation != Orientation.UPRIGHT) {
            writeOrientation(orientation, out);
        }
        copySegments(file, out);
    }

    private static void writeOrientation(int orientation, OutputStream out) throws IOException {
        byte[] block = Orientation.block(orientation);
        out.write(new byte[] { (byte) 0xff, (byte) 0xe1, 0, (byte) (2 + 6 + block.length), 'E', 'x', 'i', 'f', 0, 0 });
        out.write(block);
    }

    private static void copySegments(FileBytes file, OutputStream out) throws IOException {
        long at = 2;
        for (int i = 0; i < MOST_SEGMENTS; i++) {
            Segment segment = Segment.at(file, at);
            at = segment.start();
            if (segment.marker() == 0xd9) {
                out.write(0xff);
                out.write(0xd9);
                return;
            }
            if (segment.needed(file)) {
                out.write(file.read(at, segment.size()));
            }
            at += segment.size();
            if (segment.marker() == 0xda) {
                at = copyScan(file, at, out);
            }
        }
        throw new UnstrippableException("The picture has too many parts.");
    }

    /** Copies entropy-coded data up to the next marker. */
    private static long copyScan(FileBytes file, long from, OutputStream out) throws IOException {
        try (InputStream scan = file.stream(from, file.length() - from)) {
            long at = from;
            boolean escape = false;
            for (int value = scan.read(); value >= 0; value = scan.read()) {
                if (escape && value == 0xff) {
                    // A fill byte: the one before it is dropped.
                    at++;
                    continue;
                }
                if (escape && value != 0 && !(value >= 0xd0 && value <= 0xd7)) {
                    return at - 1;
                }
                if (escape) {
                    out.write(0xff);
                    out.write(value);
                } else if (value != 0xff) {
                    out.write(value);
                }
                escape = !escape && value == 0xff;
                at++;
            }
        }
        throw new UnstrippableException("The picture breaks off.");
    }

    static int orientation(FileBytes file) throws IOException {
        long at = 2;
        for (int i = 0; i < MOST_SEGMENTS; i++) {
            Segment segment = Segment.at(file, at);
            if (segment.marker() == 0xda || segment.marker() == 0xd9) {
                return Orientation.UPRIGHT;
            }
            at = segment.start() + segment.size();
            byte[] content = segment.marker() == 0xe1 ? file.read(segment.start() + 4, segment.size() - 4) : new byte[0];
            if (Bytes.startsWith(content, 0, "Exif\0\0")) {
                return Orientation.of(Arrays.copyOfRange(content, 6, content.length));
            }
        }
        return Orientation.UPRIGHT;
    }

    /** Adobe's marker tells how colours are coded, which a JFIF header would contradict. */
    private static boolean isAdobe(FileBytes file) throws IOException {
        long at = 2;
        for (int i = 0; i < MOST_SEGMENTS; i++) {
            Segment segment = Segment.at(file, at);
            if (segment.marker() == 0xda || segment.marker() == 0xd9) {
                return false;
            }
            if (segment.marker() == 0xee && segment.needed(file)) {
                return true;
            }
            at = segment.start() + segment.size();
        }
        return false;
    }

    /**
     * A marker segment.
     *
     * @param start where its marker stands
     * @param size bytes with the marker
     */
    private record Segment(int marker, long start, int size) {

        static Segment at(FileBytes file, long from) throws IOException {
            long at = from;
            byte[] head = file.read(at, 4);
            while (head.length >= 2 && (head[0] & 0xff) == 0xff && (head[1] & 0xff) == 0xff) {
                at++;
                head = file.read(at, 4);
            }
            if (head.length < 2 || (head[0] & 0xff) != 0xff) {
                throw new UnstrippableException("The picture breaks off.");
            }
            int marker = head[1] & 0xff;
            boolean bare = marker == 0x01 || marker >= 0xd0 && marker <= 0xd9;
            int size = bare ? 2 : head.length < 4 ? 0 : 2 + Bytes.u16(head, 2);
            if (size < (bare ? 2 : 4) || at + size > file.length()) {
                throw new UnstrippableException("The picture breaks off.");
            }
            return new Segment(marker, at, size);
        }

        boolean needed(FileBytes file) throws IOException {
            boolean frame = marker >= 0xc0 && marker <= 0xcf;
            boolean tables = marker >= 0xda && marker <= 0xdf;
            return frame || tables
                    || marker == 0xee && size == 16 && Bytes.startsWith(file.read(start + 4, 5), 0, "Adobe");
        }
    }
}
