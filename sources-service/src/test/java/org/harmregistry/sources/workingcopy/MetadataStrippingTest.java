package org.harmregistry.sources.workingcopy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.harmregistry.sources.testing.Samples.bytes;
import static org.harmregistry.sources.testing.Samples.file;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

import javax.imageio.ImageIO;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.harmregistry.sources.inspection.domain.ContentInspector;
import org.harmregistry.sources.inspection.domain.Deadline;
import org.harmregistry.sources.inspection.domain.FileBytes;
import org.harmregistry.sources.testing.Exif;
import org.harmregistry.sources.workingcopy.domain.MetadataStripping;
import org.harmregistry.sources.workingcopy.domain.UnstrippableException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetadataStrippingTest {

    private static final String FILES = "files/";
    /** The smallest pictures of their kind: one point, by VP8 and by VP8L. */
    private static final String LOSSY = "52494646240000005745425056503820180000003001009d012a0100010003003425a400037000fefb940000";
    private static final String LOSSLESS = "524946461a000000574542505650384c0d0000002f00000010071011118888fe0700";

    @ParameterizedTest
    @CsvSource({ "photo.jpg,image/jpeg", "picture.png,image/png", "letter.pdf,application/pdf", "film.mp4,video/mp4",
            "film.mov,video/quicktime" })
    void theCopyTellsNothingOfItsMakingAndTheOriginalDoes(String name, String mediaType) throws IOException {
        byte[] original = file(FILES + name);
        byte[] before = original.clone();
        byte[] copy = strip(original, mediaType);

        assertThat(Exif.read(original)).containsIgnoringCase("GPS").contains("Synthetic-Author-4711");
        assertThat(Exif.read(copy)).doesNotContain("Warning", "Error").doesNotContainIgnoringCase("GPS")
                .doesNotContain("4711", "Synthetic", "TestMaker", "TestModel", "CreateDate                      : 2018");
        assertThat(text(original)).contains("4711");
        // A letter's identifier is made of digits at random, which may be any.
        assertThat(text(copy).replaceAll("/ID \\[[^]]*]", "")).doesNotContain("4711", "Synthetic", "35.95", "TestMaker");
        assertThat(original).isEqualTo(before);
    }

    @Test
    void aPhotoKeepsItsPixelsAndWhichWayUpItIs() throws IOException {
        byte[] copy = strip(file("files/photo.jpg"), "image/jpeg");

        assertThat(pixels(copy)).isEqualTo(pixels(file("files/photo.jpg")));
        assertThat(Exif.read(copy)).containsPattern("Orientation +: Rotate 90 CW|Orientation - Right side, top");
    }

    @Test
    void aPictureKeepsItsPixelsAndWhichWayUpItIs() throws IOException {
        byte[] copy = strip(file("files/picture.png"), "image/png");

        assertThat(pixels(copy)).isEqualTo(pixels(file("files/picture.png")));
        assertThat(Exif.read(copy)).containsPattern("Orientation +: Rotate 90 CW|Orientation - Right side, top");
    }

    @Test
    void aLetterKeepsItsWordsAndLosesItsScriptsAndFiles() throws IOException {
        byte[] copy = strip(file("files/letter.pdf"), "application/pdf");

        try (PDDocument document = Loader.loadPDF(copy)) {
            assertThat(new PDFTextStripper().getText(document)).contains("A letter for the test");
            assertThat(document.getNumberOfPages()).isEqualTo(1);
        }
        assertThat(text(file("files/letter.pdf"))).contains("/JavaScript", "a file in the file");
        assertThat(text(copy)).doesNotContain("/JavaScript", "app.alert", "a file in the file", "/EmbeddedFile");
        assertThat(ContentInspector.inspect(of(copy), "letter.pdf", "application/pdf").findings()).isEmpty();
    }

    @Test
    void aFilmKeepsItsFramesWhereTheyWere() throws IOException {
        for (String name : List.of("film.mp4", "film.mov")) {
            byte[] original = file(FILES + name);
            byte[] copy = strip(original, "video/mp4");

            assertThat(copy).hasSameSizeAs(original);
            List<Integer> frames = frames(original);
            assertThat(frames).hasSize(3).isEqualTo(frames(copy));
            for (int frame : frames) {
                int end = text(original).indexOf("\u00ff\u00d9", frame) + 2;
                assertThat(Arrays.copyOfRange(copy, frame, end)).isEqualTo(Arrays.copyOfRange(original, frame, end));
            }
        }
    }

    /** A picture put together as RFC 9649 has it, with the Exif block of the photo and an XMP packet. */
    private static byte[] webp(String picture, boolean animated) {
        byte[] photo = file("files/photo.jpg");
        int exif = text(photo).indexOf("Exif\0\0") + 6;
        byte[] block = Arrays.copyOfRange(photo, exif, exif - 8 + (photo[exif - 8] & 0xff) * 256 + (photo[exif - 7] & 0xff));
        byte[] drawn = Arrays.copyOfRange(HexFormat.of().parseHex(picture), 12, picture.length() / 2);
        String xmp = "<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>"
                + "<rdf:Description rdf:about='' xmlns:dc='http://purl.org/dc/elements/1.1/'><dc:creator><rdf:Seq><rdf:li>"
                + "Synthetic-Author-4711</rdf:li></rdf:Seq></dc:creator></rdf:Description></rdf:RDF></x:xmpmeta>";
        byte[] frame = chunk("ANMF", bytes("\0\0\0\0\0\0\0\0\0\0\0\0\u0064\0\0\0", drawn, chunk("NOTE", bytes("frame 4711"))));
        byte[] body = bytes("WEBP", chunk("VP8X", bytes(animated ? "\u002e" : "\u002c", "\0\0\0\0\0\0\0\0\0")),
                chunk("ICCP", bytes("profile of TestMaker")), animated ? chunk("ANIM", bytes("\0\0\0\0\0\0")) : new byte[0],
                animated ? frame : drawn, chunk("EXIF", block), chunk("XMP ", bytes(xmp)), chunk("odd4", bytes("35.95")));
        return bytes(chunk("RIFF", body), "behind 4711");
    }

    private static byte[] chunk(String type, byte[] content) {
        int size = content.length;
        return bytes(type, new byte[] { (byte) size, (byte) (size >> 8), (byte) (size >> 16), 0 }, content,
                new byte[size & 1]);
    }

    @ParameterizedTest
    @CsvSource({ LOSSY + ",false", LOSSLESS + ",false", LOSSY + ",true" })
    void aWebPictureTellsNothingOfItsMakingAndIsDrawnAsBefore(String picture, boolean animated) throws IOException {
        byte[] original = webp(picture, animated);
        byte[] copy = strip(original, "image/webp");

        assertThat(Exif.read(original)).containsIgnoringCase("GPS").contains("Synthetic-Author-4711");
        assertThat(Exif.read(copy)).doesNotContain("Warning", "Error", "4711", "TestMaker").doesNotContainIgnoringCase("GPS")
                .containsPattern("Orientation +: Rotate 90 CW|Orientation - Right side, top");
        assertThat(text(copy)).contains(text(HexFormat.of().parseHex(picture)).substring(12))
                .doesNotContain("4711", "Synthetic", "35.95", "TestMaker", "NOTE", "odd4");
        assertThat(ContentInspector.inspect(of(copy), "copy.webp", "image/webp").findings()).isEmpty();
        assertThat(strip(copy, "image/webp")).isEqualTo(copy);
        for (int length = 0; length < copy.length; length++) {
            byte[] broken = Arrays.copyOf(copy, length);
            assertThatThrownBy(() -> strip(broken, "image/webp")).isInstanceOf(UnstrippableException.class);
        }
    }

    @Test
    void exiftoolFindsTheFramesOfTheCopy() throws IOException {
        assumeTrue(Exif.installed());
        assertThat(Exif.read(strip(file("files/film.mp4"), "video/mp4"))).contains("SourceImageWidth", "VideoFrameRate");
    }

    @Test
    void whatStandsBehindAPhotoIsLeftOut() throws IOException {
        byte[] photo = file("files/photo.jpg");

        assertThat(strip(bytes(photo, "trailer with 35.95"), "image/jpeg")).isEqualTo(strip(photo, "image/jpeg"));
        assertThat(strip(strip(photo, "image/jpeg"), "image/jpeg")).isEqualTo(strip(photo, "image/jpeg"));
    }

    @Test
    void whatCannotBeReadIsNotCopied() {
        byte[] photo = file("files/photo.jpg");
        assertThatThrownBy(() -> strip(Arrays.copyOf(photo, photo.length / 2), "image/jpeg"))
                .isInstanceOf(UnstrippableException.class);
        assertThatThrownBy(() -> strip(bytes("no picture"), "image/png")).isInstanceOf(UnstrippableException.class);
        assertThatThrownBy(() -> strip(Arrays.copyOf(file("files/film.mov"), 200), "video/quicktime"))
                .isInstanceOf(IOException.class);
    }

    /** Whatever bytes come: a copy or a named failure. */
    @Test
    void survivesDamagedFiles() {
        Random random = new Random(4711);
        for (String name : List.of("photo.jpg image/jpeg", "picture.png image/png", "film.mp4 video/mp4")) {
            String[] words = name.split(" ");
            byte[] whole = file(FILES + words[0]);
            for (int i = 0; i < 300; i++) {
                byte[] damaged = whole.clone();
                for (int j = 0; j < 1 + i % 10; j++) {
                    damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
                }
                try {
                    strip(damaged, words[1]);
                } catch (IOException expected) {
                    assertThat(expected).isNotNull();
                }
            }
        }
    }

    private static byte[] strip(byte[] original, String mediaType) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        MetadataStripping.of(mediaType).orElseThrow().strip(of(original), out);
        return out.toByteArray();
    }

    private static FileBytes of(byte[] bytes) {
        return FileBytes.of(bytes, Deadline.in(Duration.ofSeconds(20)));
    }

    private static List<Integer> pixels(byte[] picture) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(picture));
        return Arrays.stream(image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth())).boxed()
                .toList();
    }

    private static List<Integer> frames(byte[] film) {
        java.util.ArrayList<Integer> places = new java.util.ArrayList<>();
        String text = text(film);
        for (int at = text.indexOf("\u00ff\u00d8\u00ff"); at >= 0; at = text.indexOf("\u00ff\u00d8\u00ff", at + 1)) {
            places.add(at);
        }
        return places;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
