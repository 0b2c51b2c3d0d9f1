package org.harmregistry.sources.duplicate.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.RescaleOp;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;

import org.junit.jupiter.api.Test;

/** Pictures drawn at random, and their copies as messengers and editors make them. */
class PictureHashTest {

    private static BufferedImage drawn(long seed) {
        Random random = new Random(seed);
        BufferedImage picture = new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB);
        Graphics2D brush = picture.createGraphics();
        brush.setPaint(new GradientPaint(0, 0, colour(random), 640, 480, colour(random)));
        brush.fillRect(0, 0, 640, 480);
        for (int i = 0; i < 14; i++) {
            brush.setColor(colour(random));
            brush.fillOval(random.nextInt(640) - 60, random.nextInt(480) - 60, 40 + random.nextInt(260),
                    40 + random.nextInt(260));
        }
        brush.dispose();
        return picture;
    }

    private static Color colour(Random random) {
        return new Color(random.nextInt(256), random.nextInt(256), random.nextInt(256));
    }

    private static BufferedImage scaled(BufferedImage picture, int width, int height) {
        BufferedImage scaled = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        scaled.createGraphics().drawImage(picture.getScaledInstance(width, height, java.awt.Image.SCALE_SMOOTH), 0, 0, null);
        return scaled;
    }

    private static BufferedImage jpeg(BufferedImage picture, float quality) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        writer.setOutput(ImageIO.createImageOutputStream(bytes));
        ImageWriteParam settings = writer.getDefaultWriteParam();
        settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        settings.setCompressionQuality(quality);
        writer.write(null, new IIOImage(picture, null, null), settings);
        ((javax.imageio.stream.ImageOutputStream) writer.getOutput()).flush();
        writer.dispose();
        return ImageIO.read(new ByteArrayInputStream(bytes.toByteArray()));
    }

    private static List<BufferedImage> copies(BufferedImage picture) throws IOException {
        BufferedImage brighter = new RescaleOp(1.1f, 12, null).filter(picture, null);
        BufferedImage grey = new BufferedImage(640, 480, BufferedImage.TYPE_BYTE_GRAY);
        grey.createGraphics().drawImage(picture, 0, 0, null);
        BufferedImage marked = scaled(picture, 640, 480);
        marked.createGraphics().drawString("channel of the north", 20, 460);
        return List.of(scaled(picture, 320, 240), scaled(picture, 1_280, 960), jpeg(picture, 0.3f), brighter, grey, marked,
                jpeg(scaled(picture, 200, 150), 0.5f));
    }

    @Test
    void copiesAreNearAndOtherPicturesAreNot() throws IOException {
        int copies = 0;
        int found = 0;
        List<PictureHash> originals = new ArrayList<>();
        for (long seed = 0; seed < 60; seed++) {
            BufferedImage picture = drawn(seed);
            PictureHash hash = PictureHash.of(picture);
            originals.add(hash);
            for (BufferedImage copy : copies(picture)) {
                copies++;
                found += hash.isNear(PictureHash.of(copy)) ? 1 : 0;
            }
        }
        assertThat(found).as("copies found of %d", copies).isGreaterThanOrEqualTo(copies * 97 / 100);
        int wrong = 0;
        for (int i = 0; i < originals.size(); i++) {
            for (int j = i + 1; j < originals.size(); j++) {
                wrong += originals.get(i).isNear(originals.get(j)) ? 1 : 0;
            }
        }
        assertThat(wrong).as("pairs of other pictures that are named").isZero();
    }

    /**
     * A picture taken in bad light, or with its rim cut off by a messenger, is the same one; one cut to a part of it is not
     * told.
     */
    @Test
    void darkAndTrimmedCopiesAreNear() {
        int dark = 0;
        int trimmed = 0;
        int cut = 0;
        for (long seed = 0; seed < 60; seed++) {
            BufferedImage picture = drawn(seed);
            PictureHash hash = PictureHash.of(picture);
            dark += hash.isNear(PictureHash.of(new RescaleOp(0.3f, 0, null).filter(picture, null))) ? 1 : 0;
            trimmed += hash.isNear(PictureHash.of(picture.getSubimage(8, 8, 640 - 16, 480 - 16))) ? 1 : 0;
            cut += hash.isNear(PictureHash.of(picture.getSubimage(12, 12, 640 - 24, 480 - 24))) ? 1 : 0;
        }
        assertThat(dark).as("at 30 % of the light").isEqualTo(60);
        assertThat(trimmed).as("without a rim of 1.5 %").isGreaterThanOrEqualTo(57);
        assertThat(cut).as("without a rim of 2.5 %").isGreaterThanOrEqualTo(51);
    }

    @Test
    void aPictureOfOnePointHasAHash() {
        BufferedImage point = new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB);

        assertThat(PictureHash.of(point).difference()).isZero();
    }
}
