package org.harmregistry.sources.workingcopy.domain;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Set;
import java.util.zip.CRC32;

import org.harmregistry.sources.inspection.domain.Bytes;
import org.harmregistry.sources.inspection.domain.FileBytes;

/** PNG (ISO/IEC 15948, third edition): the chunks that draw the picture are copied, all others left out. */
final class PngStripping implements MetadataStripping {

    private static final Set<String> KEPT = Set.of("IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "sBIT",
            "bKGD", "cICP", "acTL", "fcTL", "fdAT");
    private static final int MOST_CHUNKS = 1_000_000;
    private static final int LARGEST_EXIF = 1 << 16;

    @Override
    public void strip(FileBytes file, OutputStream out) throws IOException {
        byte[] signature = file.read(0, 8);
        if (!Bytes.startsWith(signature, 0, "\u0089PNG\r\n\u001a\n")) {
            throw new UnstrippableException("It is no PNG picture.");
        }
        int orientation = orientation(file);
        out.write(signature);
        long at = 8;
        for (int i = 0; i < MOST_CHUNKS; i++) {
            byte[] head = file.read(at, 8);
            long size = head.length < 8 ? -1 : 12 + Bytes.u32(head, 0);
            if (size < 0 || at + size > file.length()) {
                throw new UnstrippableException("The picture breaks off.");
            }
            String type = Bytes.ascii(head, 4, 4);
            if (KEPT.contains(type)) {
                try (InputStream chunk = file.stream(at, size)) {
                    chunk.transferTo(out);
                }
            }
            at += size;
            if (type.equals("IHDR") && orientation != Orientation.UPRIGHT) {
                writeOrientation(orientation, out);
            }
            if (type.equals("IEND")) {
                return;
            }
        }
        throw new UnstrippableException("The picture has too many parts.");
    }

    static int orientation(FileBytes file) throws IOException {
        long at = 8;
        for (int i = 0; i < MOST_CHUNKS; i++) {
            byte[] head = file.read(at, 8);
            if (head.length < 8 || Bytes.startsWith(head, 4, "IEND")) {
                return Orientation.UPRIGHT;
            }
            long size = Bytes.u32(head, 0);
            if (Bytes.startsWith(head, 4, "eXIf") && size <= LARGEST_EXIF) {
                return Orientation.of(file.read(at + 8, (int) size));
            }
            at += 12 + size;
        }
        return Orientation.UPRIGHT;
    }

    private static void writeOrientation(int orientation, OutputStream out) throws IOException {
        ByteArrayOutputStream typed = new ByteArrayOutputStream();
        typed.write(Bytes.ascii("eXIf"));
        typed.write(Orientation.block(orientation));
        CRC32 crc = new CRC32();
        crc.update(typed.toByteArray());
        writeNumber(typed.size() - 4, out);
        out.write(typed.toByteArray());
        writeNumber(crc.getValue(), out);
    }

    private static void writeNumber(long value, OutputStream out) throws IOException {
        for (int shift = 24; shift >= 0; shift -= 8) {
            out.write((int) (value >> shift));
        }
    }
}
