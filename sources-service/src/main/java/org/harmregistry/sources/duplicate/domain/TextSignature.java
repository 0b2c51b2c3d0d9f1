package org.harmregistry.sources.duplicate.domain;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * What a text is told alike by, without the text: for each of 96 orders of all possible runs of five characters, the first that
 * occurs in it (MinHash; Broder 1997). The share of orders in which two texts have the same first estimates what share of their
 * runs they have in common (Jaccard), within about 0.05.
 *
 * @param minima the firsts, one for each order
 */
public record TextSignature(int[] minima) {

    /** Below this a text says too little to be told from others. */
    private static final int LEAST_CHARACTERS = 24;
    private static final int RUN = 5;
    private static final int ORDERS = 96;
    private static final int ROWS = 4;
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    /** The signature, or {@code null} for a text that is too short. */
    public static TextSignature of(String text) {
        String plain = PlainWording.of(text);
        if (plain.length() < LEAST_CHARACTERS) {
            return null;
        }
        int[] minima = new int[ORDERS];
        Arrays.fill(minima, Integer.MAX_VALUE);
        for (int at = 0; at + RUN <= plain.length(); at++) {
            long run = run(plain, at);
            for (int order = 0; order < ORDERS; order++) {
                int place = (int) (mixed(run + (order + 1) * GOLDEN) >>> 33);
                minima[order] = Math.min(minima[order], place);
            }
        }
        return new TextSignature(minima);
    }

    static TextSignature of(byte[] stored) {
        int[] minima = new int[ORDERS];
        ByteBuffer.wrap(stored).asIntBuffer().get(minima);
        return new TextSignature(minima);
    }

    /** As it is stored: each minimum in four bytes, the highest first. */
    public byte[] bytes() {
        ByteBuffer stored = ByteBuffer.allocate(ORDERS * Integer.BYTES);
        stored.asIntBuffer().put(minima);
        return stored.array();
    }

    /** How alike the two texts are, 0 to 1. */
    public double likeness(TextSignature other) {
        int same = 0;
        for (int order = 0; order < ORDERS; order++) {
            same += minima[order] == other.minima[order] ? 1 : 0;
        }
        return (double) same / ORDERS;
    }

    /**
     * Keys of which two texts share one if they are alike: each stands for four minima. Of texts with six in ten runs in
     * common, 96 in 100 share one; with eight in ten, all but a few in a million.
     */
    public long[] bands() {
        long[] bands = new long[ORDERS / ROWS];
        for (int band = 0; band < bands.length; band++) {
            long key = band;
            for (int row = 0; row < ROWS; row++) {
                key = mixed(key * GOLDEN + minima[band * ROWS + row]);
            }
            bands[band] = key;
        }
        return bands;
    }

    private static long run(String text, int at) {
        long run = 0;
        for (int i = at; i < at + RUN; i++) {
            run = (run + text.charAt(i)) * GOLDEN;
        }
        return run;
    }

    /** Stafford's variant 13 of the mixing of MurmurHash3, as in SplitMix64. */
    private static long mixed(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TextSignature signature && Arrays.equals(minima, signature.minima);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(minima);
    }
}
