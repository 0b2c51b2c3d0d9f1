package org.harmregistry.reports.picture;

/**
 * Writes numbers with one or two decimals. A picture has a hundred thousand of them, and the platform's formatter, which reads
 * its pattern each time, took longer for them than everything else in it.
 */
public final class ShortNumber {

    private ShortNumber() {
    }

    /** @param decimals 1 or 2 */
    public static String of(double value, int decimals) {
        long scale = decimals == 1 ? 10 : 100;
        long rounded = Math.round(Math.abs(value) * scale);
        long rest = rounded % scale;
        return (value < 0 && rounded != 0 ? "-" : "") + rounded / scale + (decimals == 2 && rest < 10 ? ".0" : ".") + rest;
    }
}
