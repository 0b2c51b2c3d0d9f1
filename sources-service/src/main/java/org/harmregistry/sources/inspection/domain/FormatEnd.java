package org.harmregistry.sources.inspection.domain;

import java.io.IOException;
import java.io.InputStream;

/** Where the file's own format ends: what stands behind it belongs to no picture. */
final class FormatEnd {

    private static final int MOST_PARTS = 1_000_000;

    private FormatEnd() {
    }

    /**
     * The place behind the format's last byte; -1 if it does not end properly.
     *
     * @param mediaType a type whose end is known here, otherwise the file's length is the answer
     */
    static long of(FileBytes file, String mediaType) throws IOException {
        return switch (mediaType) {
            case "image/png" -> png(file);
            case "image/jpeg" -> jpeg(file);
            case "image/gif" -> gif(file);
            case "image/webp", "audio/vnd.wave", "video/x-msvideo" -> riff(file);
            default -> file.length();
        };
    }

    private static long png(FileBytes file) throws IOException {
        long at = 8;
        for (int parts = 0; parts < MOST_PARTS; parts++) {
            byte[] chunk = file.read(at, 8);
            if (chunk.length < 8) {
                return -1;
            }
            at += 12 + Bytes.u32(chunk, 0);
            if (at > file.length()) {
                return -1;
            }
            if (Bytes.startsWith(chunk, 4, "IEND")) {
                return at;
            }
        }
        return -1;
    }

    private static long jpeg(FileBytes file) throws IOException {
        long at = 2;
        for (int parts = 0; parts < MOST_PARTS; parts++) {
            byte[] segment = file.read(at, 4);
            if (segment.length < 2 || (segment[0] & 0xff) != 0xff) {
                return -1;
            }
            int marker = segment[1] & 0xff;
            if (marker == 0xd9) {
                return at + 2;
            }
            if (marker == 0xff) {
                at++;
            } else if (marker == 0x01 || marker >= 0xd0 && marker <= 0xd8) {
                at += 2;
            } else if (segment.length < 4 || Bytes.u16(segment, 2) < 2) {
                return -1;
            } else {
                at += 2 + Bytes.u16(segment, 2);
                at = marker == 0xda ? behindScan(file, at) : at;
            }
            if (at < 0 || at > file.length()) {
                return -1;
            }
        }
        return -1;
    }

    /** The next marker behind entropy-coded data, where a stuffed byte or a restart is none. */
    static long behindScan(FileBytes file, long from) throws IOException {
        try (InputStream scan = file.stream(from, file.length() - from)) {
            long at = from;
            int before = 0;
            for (int value = scan.read(); value >= 0; value = scan.read()) {
                boolean marker = before == 0xff && value != 0 && value != 0xff && !(value >= 0xd0 && value <= 0xd7);
                if (marker) {
                    return at - 1;
                }
                before = value;
                at++;
            }
        }
        return -1;
    }

    private static long gif(FileBytes file) throws IOException {
        byte[] head = file.read(0, 13);
        if (head.length < 13) {
            return -1;
        }
        long at = 13 + colours(head[10]);
        for (int parts = 0; parts < MOST_PARTS; parts++) {
            byte[] block = file.read(at, 10);
            if (block.length == 0) {
                return -1;
            }
            int kind = block[0] & 0xff;
            if (kind == 0x3b) {
                return at + 1;
            }
            if (kind == 0x21) {
                at = behindBlocks(file, at + 2);
            } else if (kind == 0x2c && block.length == 10) {
                at = behindBlocks(file, at + 11 + colours(block[9]));
            } else {
                return -1;
            }
            if (at < 0) {
                return -1;
            }
        }
        return -1;
    }

    private static int colours(byte flags) {
        return (flags & 0x80) == 0 ? 0 : 3 << (flags & 7) + 1;
    }

    private static long behindBlocks(FileBytes file, long from) throws IOException {
        long at = from;
        for (int parts = 0; parts < MOST_PARTS; parts++) {
            byte[] size = file.read(at, 1);
            if (size.length == 0) {
                return -1;
            }
            at += 1 + (size[0] & 0xff);
            if (size[0] == 0) {
                return at;
            }
        }
        return -1;
    }

    private static long riff(FileBytes file) throws IOException {
        byte[] head = file.read(0, 8);
        long size = head.length < 8 ? -1 : Bytes.le32(head, 4);
        long end = 8 + size + size % 2;
        return size < 0 || 8 + size > file.length() ? -1 : Math.min(end, file.length());
    }
}
