package org.harmregistry.sources.workingcopy.domain;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

import org.harmregistry.sources.inspection.domain.Bytes;
import org.harmregistry.sources.inspection.domain.FileBytes;

/**
 * WebP (RFC 9649): the chunks that draw the picture and move it are copied as they are, within frames too. Exif, XMP, the
 * colour profile, which may name a device, every chunk that no one knows and whatever follows the picture are left out;
 * the orientation is written anew.
 */
final class WebpStripping implements MetadataStripping {

    private static final Set<String> DRAWING = Set.of("VP8 ", "VP8L", "ALPH");
    private static final int MOST_CHUNKS = 100_000;
    private static final int LARGEST_EXIF = 1 << 16;
    private static final int HEAD = 8;
    private static final int FRAME_HEAD = 16;
    private static final int EXTENDED_HEAD = 10;
    private static final int ANIMATED = 0x02;
    private static final int EXIF = 0x08;
    private static final int TRANSPARENT = 0x10;

    /**
     * A chunk.
     *
     * @param at where its head stands
     * @param size bytes of its content, without head and padding
     */
    private record Chunk(String type, long at, long size) {

        long content() {
            return at + HEAD;
        }

        /** With head and padding. */
        long whole() {
            return HEAD + size + (size & 1);
        }
    }

    @Override
    public void strip(FileBytes file, OutputStream out) throws IOException {
        byte[] head = file.read(0, 12);
        if (!Bytes.startsWith(head, 0, "RIFF") || !Bytes.startsWith(head, HEAD, "WEBP")) {
            throw new UnstrippableException("It is no WebP picture.");
        }
        List<Chunk> chunks = chunks(file, 12, HEAD + Bytes.le32(head, 4));
        byte[] orientation = turned(file, chunks);
        long size = 4 + (orientation.length == 0 ? 0 : HEAD + orientation.length);
        for (Chunk chunk : chunks) {
            size += kept(file, chunk);
        }
        out.write(Bytes.ascii("RIFF"));
        number(size, out);
        out.write(Bytes.ascii("WEBP"));
        for (Chunk chunk : chunks) {
            write(file, chunk, orientation.length > 0, out);
        }
        if (orientation.length > 0) {
            out.write(Bytes.ascii("EXIF"));
            number(orientation.length, out);
            out.write(orientation);
        }
    }

    /** The chunks from one place to another; fails if they do not end there. */
    private static List<Chunk> chunks(FileBytes file, long from, long end) throws IOException {
        List<Chunk> chunks = new ArrayList<>();
        long at = from;
        while (at < end) {
            byte[] head = file.read(at, HEAD);
            Chunk chunk = head.length < HEAD ? null : new Chunk(Bytes.ascii(head, 0, 4), at, Bytes.le32(head, 4));
            if (chunk == null || chunk.content() + chunk.size() > Math.min(end, file.length())) {
                throw new UnstrippableException("The picture breaks off.");
            }
            chunks.add(chunk);
            at += chunk.whole();
            if (chunks.size() > MOST_CHUNKS) {
                throw new UnstrippableException("The picture has too many parts.");
            }
        }
        if (chunks.stream().noneMatch(chunk -> DRAWING.contains(chunk.type()) || chunk.type().equals("ANMF"))) {
            throw new UnstrippableException("The file holds no picture.");
        }
        return chunks;
    }

    /** How many bytes of a chunk the copy has, with head and padding. */
    private static long kept(FileBytes file, Chunk chunk) throws IOException {
        if (chunk.type().equals("ANMF")) {
            long size = HEAD + FRAME_HEAD;
            for (Chunk part : frame(file, chunk)) {
                size += DRAWING.contains(part.type()) ? part.whole() : 0;
            }
            return size;
        }
        return isCopied(chunk) ? chunk.whole() : 0;
    }

    private static boolean isCopied(Chunk chunk) {
        return DRAWING.contains(chunk.type()) || chunk.type().equals("ANIM") && chunk.size() == 6
                || chunk.type().equals("VP8X") && chunk.size() == EXTENDED_HEAD;
    }

    private static List<Chunk> frame(FileBytes file, Chunk chunk) throws IOException {
        if (chunk.size() < FRAME_HEAD) {
            throw new UnstrippableException("The picture breaks off.");
        }
        return chunks(file, chunk.content() + FRAME_HEAD, chunk.content() + chunk.size());
    }

    private static void write(FileBytes file, Chunk chunk, boolean turned, OutputStream out) throws IOException {
        if (chunk.type().equals("ANMF")) {
            out.write(Bytes.ascii(chunk.type()));
            number(kept(file, chunk) - HEAD, out);
            out.write(file.read(chunk.content(), FRAME_HEAD));
            for (Chunk part : frame(file, chunk)) {
                if (DRAWING.contains(part.type())) {
                    copy(file, part, out);
                }
            }
        } else if (chunk.type().equals("VP8X") && isCopied(chunk)) {
            byte[] extended = file.read(chunk.at(), HEAD + EXTENDED_HEAD);
            extended[HEAD] = (byte) (extended[HEAD] & (ANIMATED | TRANSPARENT) | (turned ? EXIF : 0));
            extended[HEAD + 1] = 0;
            extended[HEAD + 2] = 0;
            extended[HEAD + 3] = 0;
            out.write(extended);
        } else if (isCopied(chunk)) {
            copy(file, chunk, out);
        }
    }

    /** The padding is written anew: it could hold anything. */
    private static void copy(FileBytes file, Chunk chunk, OutputStream out) throws IOException {
        try (InputStream content = file.stream(chunk.at(), HEAD + chunk.size())) {
            content.transferTo(out);
        }
        if ((chunk.size() & 1) == 1) {
            out.write(0);
        }
    }

    /** An Exif block with the orientation alone; empty if the picture is upright, or has no head that could announce it. */
    private static byte[] turned(FileBytes file, List<Chunk> chunks) throws IOException {
        boolean extended = chunks.stream().anyMatch(chunk -> chunk.type().equals("VP8X") && isCopied(chunk));
        for (Chunk chunk : chunks) {
            if (extended && chunk.type().equals("EXIF") && chunk.size() <= LARGEST_EXIF) {
                byte[] exif = file.read(chunk.content(), (int) chunk.size());
                // Some writers put in front what JPEG has there.
                int from = Bytes.startsWith(exif, 0, "Exif\0\0") ? 6 : 0;
                int orientation = Orientation.of(Arrays.copyOfRange(exif, from, exif.length));
                return orientation == Orientation.UPRIGHT ? new byte[0] : Orientation.block(orientation);
            }
        }
        return new byte[0];
    }

    private static void number(long value, OutputStream out) throws IOException {
        for (int shift = 0; shift < 32; shift += 8) {
            out.write((int) (value >> shift));
        }
    }
}
