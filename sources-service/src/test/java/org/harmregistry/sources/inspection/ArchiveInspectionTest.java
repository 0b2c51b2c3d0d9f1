package org.harmregistry.sources.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.harmregistry.sources.testing.Samples.bytes;
import static org.harmregistry.sources.testing.Samples.file;
import static org.harmregistry.sources.testing.Samples.zip;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.zip.GZIPOutputStream;

import org.harmregistry.sources.inspection.domain.ContentInspector;
import org.harmregistry.sources.inspection.domain.Deadline;
import org.harmregistry.sources.inspection.domain.FileBytes;
import org.harmregistry.sources.inspection.domain.InspectionCode;
import org.harmregistry.sources.inspection.domain.InspectionFinding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveInspectionTest {

    @Test
    void anArchiveOfPapersIsLetPass() throws IOException {
        assertThat(codes(zip("a.txt", "words", "b/", "", "b/photo.jpg", file("files/photo.jpg")))).isEmpty();
        assertThat(codes(zip("inner.zip", zip("a.txt", "words")))).isEmpty();
        assertThat(codes(gzip(tar("a.txt", '0', "words")))).isEmpty();
    }

    @Test
    void whatUnpacksBeyondMeasureIsABomb() throws IOException {
        byte[] zeros = new byte[40 << 20];
        assertThat(codes(zip("zeros", zeros))).containsExactly(InspectionCode.ARCHIVE_BOMB);
        assertThat(codes(gzip(zeros))).containsExactly(InspectionCode.ARCHIVE_BOMB);
        assertThat(codes(zip("a.gz", gzip(zeros)))).contains(InspectionCode.ARCHIVE_BOMB);
        assertThat(codes(zip("a.zip", zip("zeros", zeros)))).contains(InspectionCode.ARCHIVE_BOMB);
        assertThat(codes(gzip(tar("zeros", '0', new String(zeros, StandardCharsets.ISO_8859_1)))))
                .contains(InspectionCode.ARCHIVE_BOMB);
    }

    @Test
    void tooManyEntriesAreABomb() throws IOException {
        Object[] entries = new Object[20_004];
        for (int i = 0; i < entries.length; i += 2) {
            entries[i] = "e" + i;
            entries[i + 1] = "";
        }
        assertThat(codes(zip(entries))).containsExactly(InspectionCode.ARCHIVE_BOMB);
    }

    @Test
    void archivesInArchivesAreFollowedOnlySoFar() throws IOException {
        byte[] inner = zip("a.txt", "words");
        byte[] three = zip("2.zip", zip("3.zip", inner));
        assertThat(codes(three)).isEmpty();
        assertThat(codes(zip("0.zip", three))).contains(InspectionCode.ARCHIVE_NESTED);
        assertThat(codes(gzip(gzip(gzip(gzip(bytes("words"))))))).contains(InspectionCode.ARCHIVE_NESTED);
    }

    @ParameterizedTest
    @ValueSource(strings = { "../a.txt", "a/../../b", "/etc/passwd", "C:\\a.txt", "..\\a", "a\\..\\..\\b", "a\nb" })
    void namesThatLeadAstrayAreFound(String name) throws IOException {
        assertThat(codes(zip(name, "words"))).contains(InspectionCode.ARCHIVE_PATH);
        assertThat(codes(tar(name, '0', "words"))).contains(InspectionCode.ARCHIVE_PATH);
    }

    @Test
    void linksAreFound() throws IOException {
        byte[] zip = zip("link", "/etc/passwd");
        int central = new String(zip, StandardCharsets.ISO_8859_1).indexOf("PK\1\2");
        zip[central + 5] = 3;
        zip[central + 41] = (byte) (0120777 >> 8);
        zip[central + 40] = (byte) 0120777;
        assertThat(codes(zip)).contains(InspectionCode.ARCHIVE_LINK);
        assertThat(codes(tar("link", '2', ""))).contains(InspectionCode.ARCHIVE_LINK);
        assertThat(codes(tar("link", '1', ""))).contains(InspectionCode.ARCHIVE_LINK);
    }

    @Test
    void encryptedEntriesAreFound() throws IOException {
        byte[] zip = zip("a.txt", "words");
        int central = new String(zip, StandardCharsets.ISO_8859_1).indexOf("PK\1\2");
        zip[central + 8] |= 1;
        zip[6] |= 1;
        assertThat(codes(zip)).contains(InspectionCode.ENCRYPTED);
    }

    @Test
    void entriesThatOverlapOrContradictAreFound() throws IOException {
        byte[] two = zip("one.txt", "the words of one", "two.txt", "the words of two");
        byte[] overlapping = two.clone();
        int first = new String(two, StandardCharsets.ISO_8859_1).indexOf("PK\1\2");
        int second = new String(two, StandardCharsets.ISO_8859_1).indexOf("PK\1\2", first + 4);
        System.arraycopy(two, first + 42, overlapping, second + 42, 4);
        assertThat(codes(overlapping)).contains(InspectionCode.ARCHIVE_AMBIGUOUS);

        byte[] renamed = two.clone();
        renamed[30] = 'x';
        assertThat(codes(renamed)).contains(InspectionCode.ARCHIVE_AMBIGUOUS);

        byte[] lying = two.clone();
        lying[first + 24] += 1;
        assertThat(codes(lying)).contains(InspectionCode.ARCHIVE_AMBIGUOUS);
        assertThat(codes(zip("a.txt", "1", "A.TXT", "2"))).contains(InspectionCode.ARCHIVE_AMBIGUOUS);
    }

    @Test
    void programsInArchivesAreFound() throws IOException {
        assertThat(codes(zip("letter.txt", bytes("MZ", new byte[100])))).contains(InspectionCode.EXECUTABLE);
        assertThat(codes(zip("run.ps1", "words"))).contains(InspectionCode.EXECUTABLE);
        assertThat(codes(zip("inner.zip", zip("x", bytes("\u007fELF", new byte[100]))))).contains(InspectionCode.EXECUTABLE);
        assertThat(codes(gzip(tar("x", '0', "#!/bin/sh\n")))).contains(InspectionCode.EXECUTABLE);
        assertThat(codes(zip("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\n"))).contains(InspectionCode.EXECUTABLE);
    }

    @Test
    void macrosAreFound() throws IOException {
        assertThat(codes(zip("[Content_Types].xml", "<Types/>", "word/document.xml", "<d/>", "word/vbaProject.bin", "x")))
                .contains(InspectionCode.ACTIVE_CONTENT);
    }

    @Test
    void archivesThatCannotBeLookedIntoAreQuarantined() throws IOException {
        assertThat(codes(bytes("7z\u00bc\u00af\u0027\u001c", new byte[100]))).contains(InspectionCode.ARCHIVE_OPAQUE);
        assertThat(codes(bytes("Rar!\u001a\7\0", new byte[100]))).contains(InspectionCode.ARCHIVE_OPAQUE);
        assertThat(codes(zip("a.7z", bytes("7z\u00bc\u00af\u0027\u001c", new byte[100]))))
                .contains(InspectionCode.ARCHIVE_OPAQUE);
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    /** A ustar file of one entry. */
    private static byte[] tar(String name, char type, String content) {
        byte[] header = new byte[512];
        System.arraycopy(bytes(name), 0, header, 0, name.length());
        System.arraycopy(bytes("%011o".formatted(content.length())), 0, header, 124, 11);
        header[156] = (byte) type;
        System.arraycopy(bytes("ustar\00000"), 0, header, 257, 8);
        byte[] padding = new byte[(512 - content.length() % 512) % 512];
        return bytes(header, content, padding, new byte[1024]);
    }

    private static List<InspectionCode> codes(byte[] bytes) throws IOException {
        return ContentInspector.inspect(FileBytes.of(bytes, Deadline.in(Duration.ofSeconds(20))), null, null).findings()
                .stream().map(InspectionFinding::code).toList();
    }
}
