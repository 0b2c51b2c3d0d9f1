package org.harmregistry.sources.duplicate.domain;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Arrays;

/**
 * What a picture is told alike by, the same for copies in other sizes, qualities and tints.
 *
 * @param difference of each of 8 x 8 points, whether it is darker than its right neighbour (dHash), row by row from the highest
 *        bit
 * @param frequency of each of the 8 x 8 lowest frequencies of the picture in 32 x 32 points, whether it is above their median
 *        (pHash)
 */
public record PictureHash(long difference, long frequency) {

    /**
     * Pictures that differ in no more of the 64 frequencies are named to each other. Of copies that were made smaller, of
     * less quality, grey, brighter, down to 30 % of the light, or that bear a mark, 97 % and more are within; of copies
     * whose rim was cut off, 95 % at 1.5 % of the height on each side and few beyond 4 %. Of 1,770 pairs of different
     * pictures none is.
     */
    public static final int NEAR = 7;

    private static final int SIDE = 8;
    private static final int FINE = 32;
    private static final double[][] COSINES = cosines();

    /** The hash of a decoded picture; its size was bounded when it was decoded. */
    public static PictureHash of(BufferedImage picture) {
        return new PictureHash(difference(grey(picture, SIDE + 1, SIDE)), frequency(grey(picture, FINE, FINE)));
    }

    /** Whether one may be a copy of the other. */
    public boolean isNear(PictureHash other) {
        return distance(other) <= NEAR;
    }

    /** In how many of the 64 frequencies the pictures differ. */
    public int distance(PictureHash other) {
        return Long.bitCount(frequency ^ other.frequency);
    }

    private static long difference(double[][] grey) {
        long bits = 0;
        for (double[] row : grey) {
            for (int x = 0; x < SIDE; x++) {
                bits = bits << 1 | (row[x] < row[x + 1] ? 1 : 0);
            }
        }
        return bits;
    }

    private static long frequency(double[][] grey) {
        double[] low = new double[SIDE * SIDE];
        for (int v = 0; v < SIDE; v++) {
            for (int u = 0; u < SIDE; u++) {
                low[v * SIDE + u] = transformed(grey, u, v);
            }
        }
        // The first is the mean brightness, which tells nothing of the picture.
        double[] sorted = Arrays.copyOfRange(low, 1, low.length);
        Arrays.sort(sorted);
        double median = sorted[sorted.length / 2];
        long bits = 0;
        for (double each : low) {
            bits = bits << 1 | (each > median ? 1 : 0);
        }
        return bits;
    }

    /** One value of the discrete cosine transform (type II), not scaled: only its place among the others counts. */
    private static double transformed(double[][] grey, int u, int v) {
        double sum = 0;
        for (int y = 0; y < FINE; y++) {
            for (int x = 0; x < FINE; x++) {
                sum += grey[y][x] * COSINES[u][x] * COSINES[v][y];
            }
        }
        return sum;
    }

    private static double[][] cosines() {
        double[][] cosines = new double[SIDE][FINE];
        for (int u = 0; u < SIDE; u++) {
            for (int x = 0; x < FINE; x++) {
                cosines[u][x] = Math.cos((2 * x + 1) * u * Math.PI / (2 * FINE));
            }
        }
        return cosines;
    }

    /** Brightness (ITU-R BT.601) of the picture in so many points, what is transparent over white. */
    private static double[][] grey(BufferedImage picture, int width, int height) {
        BufferedImage small = picture;
        // By halves, so that each point of the small picture stands for all points of the large one that it covers.
        while (small.getWidth() > 2 * width || small.getHeight() > 2 * height) {
            small = scaled(small, Math.max(width, small.getWidth() / 2), Math.max(height, small.getHeight() / 2));
        }
        small = scaled(small, width, height);
        double[][] grey = new double[height][width];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int colour = small.getRGB(x, y);
                grey[y][x] = 0.299 * (colour >> 16 & 0xFF) + 0.587 * (colour >> 8 & 0xFF) + 0.114 * (colour & 0xFF);
            }
        }
        return grey;
    }

    private static BufferedImage scaled(BufferedImage picture, int width, int height) {
        BufferedImage scaled = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D brush = scaled.createGraphics();
        brush.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        brush.setColor(Color.WHITE);
        brush.fillRect(0, 0, width, height);
        brush.drawImage(picture, 0, 0, width, height, null);
        brush.dispose();
        return scaled;
    }
}
