package org.harmregistry.sources.inspection.domain;

import java.nio.charset.StandardCharsets;

/** Numbers and marks in bytes. */
public final class Bytes {

    private Bytes() {
    }

    public static int u16(byte[] bytes, int at) {
        return (bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff;
    }

    public static long u32(byte[] bytes, int at) {
        return (long) u16(bytes, at) << 16 | u16(bytes, at + 2);
    }

    public static long u64(byte[] bytes, int at) {
        return u32(bytes, at) << 32 | u32(bytes, at + 4);
    }

    /** Little-endian. */
    public static int le16(byte[] bytes, int at) {
        return bytes[at] & 0xff | (bytes[at + 1] & 0xff) << 8;
    }

    /** Little-endian. */
    public static long le32(byte[] bytes, int at) {
        return le16(bytes, at) | (long) le16(bytes, at + 2) << 16;
    }

    /** Little-endian. */
    public static long le64(byte[] bytes, int at) {
        return le32(bytes, at) | le32(bytes, at + 4) << 32;
    }

    public static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    public static String ascii(byte[] bytes, int from, int size) {
        return new String(bytes, from, Math.max(0, Math.min(size, bytes.length - from)), StandardCharsets.ISO_8859_1);
    }

    public static boolean startsWith(byte[] bytes, int at, String mark) {
        if (at < 0 || at + mark.length() > bytes.length) {
            return false;
        }
        for (int i = 0; i < mark.length(); i++) {
            if ((bytes[at + i] & 0xff) != mark.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Where the mark first stands at or behind a place; -1 if it does not. */
    public static int indexOf(byte[] bytes, int from, String mark) {
        for (int at = Math.max(0, from); at + mark.length() <= bytes.length; at++) {
            if (startsWith(bytes, at, mark)) {
                return at;
            }
        }
        return -1;
    }

    /** Where the mark last stands; -1 if it does not. */
    public static int lastIndexOf(byte[] bytes, String mark) {
        for (int at = bytes.length - mark.length(); at >= 0; at--) {
            if (startsWith(bytes, at, mark)) {
                return at;
            }
        }
        return -1;
    }
}
