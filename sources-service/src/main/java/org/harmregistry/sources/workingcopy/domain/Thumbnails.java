package org.harmregistry.sources.workingcopy.domain;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;

import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

import org.harmregistry.sources.inspection.domain.FileBytes;
import org.harmregistry.sources.inspection.domain.PixelHeader;
import org.harmregistry.sources.inspection.domain.PixelSize;

/**
 * Small pictures of pictures. A decoder is only let at a copy without metadata, whose size its header told; it is asked for as
 * few pixels as are needed.
 */
public final class Thumbnails {

    /** The longer side of a thumbnail in pixels. */
    public static final int SIDE = 512;
    /** The longer side of what is decoded at most, before it is made smaller with care. */
    private static final int DECODED = 2 * SIDE;
    /** The file is held in memory while it is decoded. */
    private static final int LARGEST_FILE = 24 << 20;
    /** A decoder keeps some six bytes a pixel of a picture that comes in passes. */
    private static final long MOST_PROGRESSIVE = 16_000_000;

    private Thumbnails() {
    }

    /** Whether thumbnails are made of that type. */
    public static boolean makes(String mediaType) {
        return mediaType.equals("image/jpeg") || mediaType.equals("image/png");
    }

    /** Writes a decoded picture as a JPEG of at most {@link #SIDE} pixels a side. */
    public static void write(BufferedImage decoded, OutputStream out) throws IOException {
        double scale = Math.min(1, (double) SIDE / Math.max(decoded.getWidth(), decoded.getHeight()));
        int width = Math.max(1, (int) Math.round(decoded.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(decoded.getHeight() * scale));
        BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = small.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            graphics.drawImage(decoded, 0, 0, width, height, Color.WHITE, null);
        } finally {
            graphics.dispose();
        }
        ByteArrayOutputStream encoded = new ByteArrayOutputStream();
        if (!ImageIO.write(small, "jpeg", new MemoryCacheImageOutputStream(encoded))) {
            throw new UnstrippableException("The picture cannot be made smaller.");
        }
        encoded.writeTo(out);
    }

    /**
     * The picture, upright and not much larger than a thumbnail: for thumbnails, and for whoever compares pictures.
     *
     * @param mediaType a type that thumbnails are made of
     */
    public static BufferedImage decoded(FileBytes file, String mediaType) throws IOException {
        PixelSize size = PixelHeader.of(file);
        MetadataStripping stripping = MetadataStripping.of(mediaType).orElse(null);
        if (size == null || !size.bounded() || stripping == null || file.length() > LARGEST_FILE) {
            throw new UnstrippableException("The picture is of a kind or size that is not decoded.");
        }
        if (size.width() * size.height() > MOST_PROGRESSIVE && PixelHeader.isProgressive(file)) {
            throw new UnstrippableException("The picture comes in passes, and is too large for that to be decoded.");
        }
        int orientation = mediaType.equals("image/jpeg") ? JpegStripping.orientation(file) : PngStripping.orientation(file);
        ByteArrayOutputStream bare = new ByteArrayOutputStream();
        stripping.strip(file, bare);
        BufferedImage read = read(FileBytes.of(bare.toByteArray(), file.deadline()), mediaType, size);
        return orientation == Orientation.UPRIGHT ? read : upright(read, orientation);
    }

    private static BufferedImage read(FileBytes file, String mediaType, PixelSize size) throws IOException {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByMIMEType(mediaType);
        ImageReader reader = readers.next();
        try (ImageInputStream input = new MemoryCacheImageInputStream(file.stream())) {
            reader.setInput(input, true, true);
            ImageReadParam param = reader.getDefaultReadParam();
            int step = (int) Math.max(1, Math.max(size.width(), size.height()) / DECODED);
            param.setSourceSubsampling(step, step, 0, 0);
            return reader.read(0, param);
        } catch (RuntimeException e) {
            throw new UnstrippableException("The picture cannot be decoded.");
        } finally {
            reader.dispose();
        }
    }

    private static BufferedImage upright(BufferedImage picture, int orientation) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        boolean turned = Orientation.turned(orientation);
        BufferedImage upright = new BufferedImage(turned ? height : width, turned ? width : height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = upright.createGraphics();
        try {
            AffineTransform transform = Orientation.upright(orientation, width, height);
            graphics.drawImage(picture, transform, null);
        } finally {
            graphics.dispose();
        }
        return upright;
    }
}
