package org.harmregistry.sources.inspection.domain;

/** The size of a picture as its header tells it, before anything is decoded. */
public record PixelSize(long width, long height) {

    /** Most pixels that are ever decoded: 100 million, more than the sensors of phones have. */
    public static final long MOST = 100_000_000;
    private static final long LONGEST_SIDE = 65_535;

    /** Whether a picture of that size may be decoded at all. */
    public boolean bounded() {
        return width > 0 && height > 0 && width <= LONGEST_SIDE && height <= LONGEST_SIDE && width * height <= MOST;
    }
}
