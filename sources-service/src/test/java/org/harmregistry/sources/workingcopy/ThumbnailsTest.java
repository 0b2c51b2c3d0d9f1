package org.harmregistry.sources.workingcopy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.harmregistry.sources.testing.Samples.file;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;

import javax.imageio.ImageIO;

import org.harmregistry.sources.inspection.domain.Deadline;
import org.harmregistry.sources.inspection.domain.FileBytes;
import org.harmregistry.sources.testing.Exif;
import org.harmregistry.sources.workingcopy.domain.Thumbnails;
import org.harmregistry.sources.workingcopy.domain.UnstrippableException;
import org.junit.jupiter.api.Test;

class ThumbnailsTest {

    @Test
    void aThumbnailIsSmallUprightAndTellsNothing() throws IOException {
        byte[] small = thumbnail(file("files/photo.jpg"), "image/jpeg");
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(small));

        // 96 by 64 and turned by a quarter; the red square of the upper left stands at the upper right then.
        assertThat(image.getWidth()).isEqualTo(64);
        assertThat(image.getHeight()).isEqualTo(96);
        Color there = new Color(image.getRGB(64 - 24, 24));
        assertThat(there.getRed()).isGreaterThan(150);
        assertThat(there.getBlue()).isLessThan(100);
        assertThat(Exif.read(small)).doesNotContainIgnoringCase("GPS").doesNotContain("4711");
    }

    @Test
    void aLargePictureIsMadeSmall() throws IOException {
        BufferedImage large = new BufferedImage(3000, 1500, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = large.createGraphics();
        graphics.setColor(Color.GREEN);
        graphics.fillRect(0, 0, 3000, 1500);
        graphics.dispose();
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(large, "png", png);

        BufferedImage image = ImageIO.read(new ByteArrayInputStream(thumbnail(png.toByteArray(), "image/png")));
        assertThat(image.getWidth()).isEqualTo(Thumbnails.SIDE);
        assertThat(image.getHeight()).isEqualTo(Thumbnails.SIDE / 2);
    }

    @Test
    void aBombIsNotDecoded() {
        byte[] png = file("files/picture.png").clone();
        png[18] = (byte) 0xff;
        png[22] = (byte) 0xff;
        assertThatThrownBy(() -> thumbnail(png, "image/png")).isInstanceOf(UnstrippableException.class);
        assertThatThrownBy(() -> thumbnail(new byte[100], "image/png")).isInstanceOf(UnstrippableException.class);
    }

    private static byte[] thumbnail(byte[] picture, String mediaType) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        FileBytes file = FileBytes.of(picture, Deadline.in(Duration.ofSeconds(20)));
        Thumbnails.write(Thumbnails.decoded(file, mediaType), out);
        return out.toByteArray();
    }
}
