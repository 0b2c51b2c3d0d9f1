package org.harmregistry.sources.inspection.domain;

import java.io.IOException;

/**
 * The size of a picture out of its header alone: nothing is decoded. PNG (ISO/IEC 15948), JPEG (ITU-T T.81), GIF89a, BMP, WebP
 * (RFC 9649) and baseline TIFF 6.0.
 */
public final class PixelHeader {

    private static final int MOST_SEGMENTS = 4_000;

    private PixelHeader() {
    }

    /** The size; {@code null} if the content is none of these or does not tell. */
    public static PixelSize of(FileBytes file) throws IOException {
        byte[] head = file.read(0, 64);
        if (Bytes.startsWith(head, 0, "\u0089PNG\r\n\u001a\n") && Bytes.startsWith(head, 12, "IHDR") && head.length >= 24) {
            return new PixelSize(Bytes.u32(head, 16), Bytes.u32(head, 20));
        }
        if (Bytes.startsWith(head, 0, "\u00ff\u00d8\u00ff")) {
            return jpeg(file);
        }
        if (Bytes.startsWith(head, 0, "GIF8") && head.length >= 10) {
            return new PixelSize(Bytes.le16(head, 6), Bytes.le16(head, 8));
        }
        if (Bytes.startsWith(head, 0, "BM") && head.length >= 26) {
            return bmp(head);
        }
        if (Bytes.startsWith(head, 0, "RIFF") && Bytes.startsWith(head, 8, "WEBP") && head.length >= 30) {
            return webp(head);
        }
        if (Bytes.startsWith(head, 0, "II*\0") || Bytes.startsWith(head, 0, "MM\0*")) {
            return tiff(file, head[0] == 'I');
        }
        return null;
    }

    /** Whether a JPEG comes in several passes, so that a decoder keeps all of it before it can give any of it. */
    public static boolean isProgressive(FileBytes file) throws IOException {
        byte[] frame = frame(file);
        return frame != null && (frame[1] & 0x0f) != 0 && (frame[1] & 0x0f) != 1;
    }

    private static PixelSize jpeg(FileBytes file) throws IOException {
        byte[] frame = frame(file);
        return frame == null ? null : new PixelSize(Bytes.u16(frame, 7), Bytes.u16(frame, 5));
    }

    /** The first nine bytes of the frame header; {@code null} if there is none. */
    private static byte[] frame(FileBytes file) throws IOException {
        long at = 2;
        for (int i = 0; i < MOST_SEGMENTS; i++) {
            byte[] segment = file.read(at, 9);
            if (segment.length < 9 || (segment[0] & 0xff) != 0xff) {
                return null;
            }
            int marker = segment[1] & 0xff;
            if (marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc) {
                return segment;
            }
            boolean bare = marker == 0xff || marker == 0x01 || marker >= 0xd0 && marker <= 0xd8;
            at += marker == 0xff ? 1 : bare ? 2 : 2 + Bytes.u16(segment, 2);
        }
        return null;
    }

    private static PixelSize bmp(byte[] head) {
        boolean old = Bytes.le32(head, 14) == 12;
        long width = old ? Bytes.le16(head, 18) : (int) Bytes.le32(head, 18);
        long height = old ? Bytes.le16(head, 20) : (int) Bytes.le32(head, 22);
        return new PixelSize(width, Math.abs(height));
    }

    private static PixelSize webp(byte[] head) {
        if (Bytes.startsWith(head, 12, "VP8X")) {
            return new PixelSize(1 + (Bytes.le32(head, 24) & 0xffffff), 1 + (Bytes.le32(head, 26) >> 8 & 0xffffff));
        }
        if (Bytes.startsWith(head, 12, "VP8L")) {
            long bits = Bytes.le32(head, 21);
            return new PixelSize(1 + (bits & 0x3fff), 1 + (bits >> 14 & 0x3fff));
        }
        return new PixelSize(Bytes.le16(head, 26) & 0x3fff, Bytes.le16(head, 28) & 0x3fff);
    }

    /** Of all pictures in the file the largest sides: any of them may be decoded. */
    private static PixelSize tiff(FileBytes file, boolean little) throws IOException {
        byte[] head = file.read(4, 4);
        long at = head.length < 4 ? 0 : number(head, 0, 4, little);
        long width = 0;
        long height = 0;
        for (int pages = 0; at >= 8 && pages < 100; pages++) {
            byte[] count = file.read(at, 2);
            if (count.length < 2) {
                break;
            }
            int fields = (int) number(count, 0, 2, little);
            byte[] directory = file.read(at + 2, fields * 12 + 4);
            for (int i = 0; (i + 1) * 12 <= directory.length && i < fields; i++) {
                int tag = (int) number(directory, i * 12, 2, little);
                int type = (int) number(directory, i * 12 + 2, 2, little);
                long value = number(directory, i * 12 + 8, type == 3 ? 2 : 4, little);
                width = tag == 256 ? Math.max(width, value) : width;
                height = tag == 257 ? Math.max(height, value) : height;
            }
            at = directory.length < fields * 12 + 4 ? 0 : number(directory, fields * 12, 4, little);
        }
        return width == 0 && height == 0 ? null : new PixelSize(width, height);
    }

    private static long number(byte[] bytes, int at, int size, boolean little) {
        if (size == 2) {
            return little ? Bytes.le16(bytes, at) : Bytes.u16(bytes, at);
        }
        return little ? Bytes.le32(bytes, at) : Bytes.u32(bytes, at);
    }
}
