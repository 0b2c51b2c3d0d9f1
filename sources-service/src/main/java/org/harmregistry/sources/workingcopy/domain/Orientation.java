package org.harmregistry.sources.workingcopy.domain;

import java.awt.geom.AffineTransform;

import org.harmregistry.sources.inspection.domain.Bytes;

/**
 * Which way up a picture is shown: tag 0x0112 of Exif 2.32, 1 to 8. It is the one word of a photo's metadata that a copy keeps,
 * because without it the picture shows something else.
 */
final class Orientation {

    static final int UPRIGHT = 1;
    private static final int TAG = 0x0112;

    private Orientation() {
    }

    /**
     * Reads it.
     *
     * @param tiff an Exif block from its TIFF header on
     */
    static int of(byte[] tiff) {
        boolean little = Bytes.startsWith(tiff, 0, "II*\0");
        if (tiff.length < 10 || !little && !Bytes.startsWith(tiff, 0, "MM\0*")) {
            return UPRIGHT;
        }
        long at = little ? Bytes.le32(tiff, 4) : Bytes.u32(tiff, 4);
        if (at < 8 || at + 2 > tiff.length) {
            return UPRIGHT;
        }
        int fields = word(tiff, (int) at, little);
        for (int i = 0; i < fields && at + 2 + (i + 1) * 12L <= tiff.length; i++) {
            int field = (int) at + 2 + i * 12;
            if (word(tiff, field, little) == TAG) {
                int value = word(tiff, field + 8, little);
                return value >= 1 && value <= 8 ? value : UPRIGHT;
            }
        }
        return UPRIGHT;
    }

    private static int word(byte[] bytes, int at, boolean little) {
        return little ? Bytes.le16(bytes, at) : Bytes.u16(bytes, at);
    }

    /** An Exif block from its TIFF header on that holds nothing else. */
    static byte[] block(int orientation) {
        return new byte[] { 'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte) orientation, 0, 0, 0, 0,
                0, 0 };
    }

    /** Whether width and height change places. */
    static boolean turned(int orientation) {
        return orientation >= 5;
    }

    /** How a picture of that size, as it is kept, is put upright. */
    static AffineTransform upright(int orientation, double width, double height) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }
}
