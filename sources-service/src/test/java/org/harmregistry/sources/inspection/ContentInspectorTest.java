package org.harmregistry.sources.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.harmregistry.sources.testing.Samples.bytes;
import static org.harmregistry.sources.testing.Samples.file;
import static org.harmregistry.sources.testing.Samples.zip;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.zip.Deflater;

import org.harmregistry.sources.inspection.domain.ContentInspector;
import org.harmregistry.sources.inspection.domain.Deadline;
import org.harmregistry.sources.inspection.domain.FileBytes;
import org.harmregistry.sources.inspection.domain.Inspection;
import org.harmregistry.sources.inspection.domain.InspectionCode;
import org.harmregistry.sources.inspection.domain.InspectionFinding;
import org.harmregistry.sources.inspection.domain.PixelSize;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContentInspectorTest {

    private static final Logger PARSER = Logger.getLogger("org.apache.pdfbox");

    @BeforeAll
    static void silence() {
        PARSER.setLevel(Level.OFF);
    }

    @ParameterizedTest
    @CsvSource({ "files/photo.jpg,image/jpeg", "files/picture.png,image/png", "files/letter.pdf,application/pdf",
            "files/film.mp4,video/mp4", "files/film.mov,video/quicktime", "captures/page.wacz,application/x-wacz",
            "captures/page.warc,application/warc", "captures/proofmode.zip,application/zip",
            "captures/stamped.txt,text/plain" })
    void tellsTheTypeByTheContent(String path, String mediaType) throws IOException {
        Inspection found = inspect(file(path), "anything.bin", null);

        assertThat(found.mediaType()).isEqualTo(mediaType);
        assertThat(found.findings()).extracting(InspectionFinding::code)
                .isSubsetOf(InspectionCode.EXTENSION_MISMATCH, InspectionCode.ACTIVE_CONTENT);
    }

    @Test
    void plainEvidenceIsNotQuarantined() throws IOException {
        for (String path : List.of("files/photo.jpg", "files/picture.png", "files/film.mp4", "files/film.mov",
                "captures/page.wacz", "captures/page.warc", "captures/page.warc.gz", "captures/proofmode.zip",
                "captures/stamped.txt")) {
            Inspection found = inspect(file(path), path.substring(path.indexOf('/') + 1), null);
            assertThat(found.findings()).as(path).isEmpty();
            assertThat(found.derivable()).isTrue();
        }
    }

    @Test
    void comparesWhatWasDeclaredWithWhatCame() throws IOException {
        assertThat(codes(inspect(file("files/photo.jpg"), "photo.png", "image/png")))
                .containsExactlyInAnyOrder(InspectionCode.TYPE_MISMATCH, InspectionCode.EXTENSION_MISMATCH);
        assertThat(inspect(file("files/photo.jpg"), "photo.JPG", "image/jpg").findings()).isEmpty();
        assertThat(inspect(bytes("a,b\n1,2\n"), "table.csv", "text/csv").findings()).isEmpty();
        assertThat(inspect(file("files/film.mov"), "film.mov", "video/mp4").findings()).isEmpty();
        assertThat(inspect(file("files/photo.jpg"), "photo.jpg", "application/octet-stream").findings()).isEmpty();
    }

    @Test
    void readsThePixelsOutOfTheHeader() throws IOException {
        assertThat(inspect(file("files/photo.jpg"), null, null).pixels()).isEqualTo(new PixelSize(96, 64));
        assertThat(inspect(file("files/picture.png"), null, null).pixels()).isEqualTo(new PixelSize(96, 64));
        assertThat(inspect(bytes("GIF89a", new byte[] { 5, 0, 3, 0, 0, 0, 0, 0x3b }), null, null).pixels())
                .isEqualTo(new PixelSize(5, 3));
    }

    @Test
    void aPixelBombIsNotDecodedButQuarantined() throws IOException {
        byte[] png = file("files/picture.png").clone();
        png[16] = 0;
        png[17] = 0;
        png[18] = (byte) 0xea;
        png[22] = (byte) 0xea;
        assertThat(codes(inspect(png, "a.png", null))).contains(InspectionCode.PIXEL_BOMB);
        byte[] gif = bytes("GIF89a", new byte[] { -1, -1, -1, -1, 0, 0, 0, 0x3b });
        assertThat(codes(inspect(gif, "a.gif", null))).contains(InspectionCode.PIXEL_BOMB);
        byte[] bmp = bytes("BM", new byte[16], new byte[] { 0, 0, 0, 0x10, 0, 0, 0, 0x10 }, new byte[40]);
        bmp[14] = 40;
        assertThat(codes(inspect(bmp, "a.bmp", null))).contains(InspectionCode.PIXEL_BOMB);
    }

    @Test
    void aFileOfTwoTypesIsQuarantined() throws IOException {
        byte[] photo = file("files/photo.jpg");
        byte[] picture = file("files/picture.png");
        byte[] pdf = file("files/letter.pdf");
        byte[] zip = zip("Program.class", bytes(new byte[] { (byte) 0xca, (byte) 0xfe, (byte) 0xba, (byte) 0xbe }));
        byte[] gif = bytes("GIF89a", new byte[] { 1, 0, 1, 0, 0, 0, 0, 0x3b });
        for (byte[] both : List.of(bytes(photo, zip), bytes(picture, zip), bytes(gif, zip), bytes(pdf, zip),
                bytes(file("files/film.mp4"), zip), bytes(photo, pdf), bytes(picture, "MZ", new byte[100]),
                bytes("GIF89a/*", new byte[4], "*/=1;alert(1)//"),
                bytes(photo, "<script>alert(1)</script>"), bytes(picture, "<?php phpinfo();"),
                bytes(new byte[] { -1, -40, -1, -32 }, "/*", new byte[0x2f2a], photo))) {
            Inspection found = inspect(both, null, null);
            assertThat(codes(found)).as(found.mediaType()).contains(InspectionCode.POLYGLOT);
            assertThat(found.quarantined()).isTrue();
            assertThat(found.derivable()).isFalse();
        }
    }

    @Test
    void aPageInTheCommentOfAPhotoIsFound() throws IOException {
        byte[] photo = file("files/photo.jpg");
        byte[] page = bytes("<html ><body onload=alert(1)>");
        byte[] comment = bytes(new byte[] { -1, (byte) 0xfe, 0, (byte) (page.length + 2) }, page);
        byte[] both = bytes(Arrays.copyOf(photo, 2), comment, Arrays.copyOfRange(photo, 2, photo.length));

        assertThat(codes(inspect(both, "a.jpg", "image/jpeg"))).contains(InspectionCode.POLYGLOT);
    }

    @Test
    void aMovingPhotoIsNoPolyglot() throws IOException {
        Inspection found = inspect(bytes(file("files/photo.jpg"), file("files/film.mp4")), "a.jpg", null);

        assertThat(codes(found)).containsExactly(InspectionCode.TRAILING_DATA);
        assertThat(found.quarantined()).isFalse();
    }

    @Test
    void aPhotoThatBreaksOffIsEvidenceStill() throws IOException {
        byte[] photo = file("files/photo.jpg");
        Inspection found = inspect(Arrays.copyOf(photo, photo.length - 40), "a.jpg", null);

        assertThat(codes(found)).containsExactly(InspectionCode.TRUNCATED);
        assertThat(found.quarantined()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = { "#!/bin/sh\nrm -rf /\n", "MZ\u0090\0", "\u007fELF\2\1\1\0", "\u00cf\u00fa\u00ed\u00fe",
            "\u00ca\u00fe\u00ba\u00be\0\0\0\u0034" })
    void programsAreQuarantined(String head) throws IOException {
        assertThat(codes(inspect(bytes(head, new byte[200]), "letter.txt", "text/plain")))
                .contains(InspectionCode.EXECUTABLE);
    }

    @Test
    void theNameOfAProgramIsEnough() throws IOException {
        assertThat(codes(inspect(bytes("del *.*\n"), "letter.txt.BAT", null))).contains(InspectionCode.EXECUTABLE);
    }

    @Test
    void documentsThatRunSomethingAreQuarantined() throws IOException {
        String svg = "<svg xmlns=\"http://www.w3.org/2000/svg\">%s</svg>";
        for (String active : List.of("<script>1</script>", "<a href=\"JavaScript:alert(1)\"/>", "<g onload='x()'/>",
                "<foreignObject/>", "<handler type=\"x\"/>")) {
            assertThat(codes(inspect(bytes(svg.formatted(active)), "a.svg", null))).as(active)
                    .contains(InspectionCode.ACTIVE_CONTENT);
        }
        assertThat(inspect(bytes(svg.formatted("<rect width='1' height='1'/>")), "a.svg", null).findings()).isEmpty();
        assertThat(codes(inspect(bytes("<html><body><script>1</script></body></html>"), "a.html", null)))
                .containsExactly(InspectionCode.ACTIVE_CONTENT);
        byte[] wide = "<?xml version=\"1.0\"?><svg><script>1</script></svg>".getBytes(StandardCharsets.UTF_16);
        assertThat(inspect(wide, "a.svg", null).quarantined()).isTrue();
    }

    @Test
    void aLetterWithScriptsIsQuarantinedButACopyCanBeMade() throws IOException {
        Inspection found = inspect(file("files/letter.pdf"), "letter.pdf", "application/pdf");

        assertThat(codes(found)).containsExactly(InspectionCode.ACTIVE_CONTENT);
        assertThat(found.quarantined()).isTrue();
        assertThat(found.derivable()).isTrue();
    }

    @Test
    void aLetterThatWouldOverwhelmItsReaderIsNotRead() throws IOException {
        String head = "%PDF-1.5\n1 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length 9 >>\nstream\n";
        byte[] packed = new byte[40 << 20];
        Deflater deflater = new Deflater();
        deflater.setInput(new byte[200 << 20]);
        deflater.finish();
        int size = deflater.deflate(packed);
        byte[] bomb = bytes(head, Arrays.copyOf(packed, size), "\nendstream\nendobj\n");
        assertThat(codes(inspect(bomb, "a.pdf", null))).contains(InspectionCode.ARCHIVE_BOMB);

        String other = head.replace("/FlateDecode", "[/ASCIIHexDecode /FlateDecode]");
        assertThat(codes(inspect(bytes(other, "78da", "\nendstream\nendobj\n"), "a.pdf", null)))
                .contains(InspectionCode.MALFORMED);
        assertThat(codes(inspect(bytes("%PDF-1.5\n", "1 0 obj\n1\nendobj\n".repeat(200_001)), "a.pdf", null)))
                .contains(InspectionCode.ARCHIVE_BOMB);
        assertThat(codes(inspect(bytes("%PDF-1.5\ntrailer << /Encrypt 1 0 R >>"), "a.pdf", null)))
                .contains(InspectionCode.ENCRYPTED);
    }

    @Test
    void anEmptyFileIsNamed() throws IOException {
        assertThat(codes(inspect(new byte[0], "a.jpg", "image/jpeg"))).contains(InspectionCode.EMPTY);
    }

    @Test
    void whatTakesTooLongIsQuarantined() throws IOException {
        Inspection found = ContentInspector.inspect(FileBytes.of(file("files/photo.jpg"), Deadline.in(Duration.ZERO)),
                "a.jpg", null);

        assertThat(codes(found)).contains(InspectionCode.INSPECTION_TIMEOUT);
    }

    /** Whatever bytes come: an inspection, and no accident. */
    @Test
    void survivesDamagedFiles() throws IOException {
        Random random = new Random(4711);
        for (String path : List.of("files/photo.jpg", "files/picture.png", "files/letter.pdf", "files/film.mp4",
                "captures/page.wacz", "captures/page.warc.gz", "captures/proofmode.zip")) {
            byte[] whole = file(path);
            for (int i = 0; i < 60; i++) {
                byte[] damaged = Arrays.copyOf(whole, i % 3 == 0 ? 1 + random.nextInt(whole.length) : whole.length);
                for (int j = 0; j < 1 + i % 20; j++) {
                    damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
                }
                assertThat(inspect(damaged, "a", "b/c").mediaType()).isNotBlank();
            }
        }
    }

    private static Inspection inspect(byte[] bytes, String name, String type) throws IOException {
        return ContentInspector.inspect(FileBytes.of(bytes, Deadline.in(Duration.ofSeconds(20))), name, type);
    }

    private static List<InspectionCode> codes(Inspection inspection) {
        return inspection.findings().stream().map(InspectionFinding::code).toList();
    }
}
