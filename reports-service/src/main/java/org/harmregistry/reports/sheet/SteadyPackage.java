package org.harmregistry.reports.sheet;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Takes out of an Office Open XML package what differs each time it is written: the same document gives the same bytes. */
final class SteadyPackage {

    private static final LocalDateTime EARLIEST = LocalDateTime.of(1980, 1, 1, 0, 0);
    private static final String PROPERTIES = "docProps/core.xml";

    private SteadyPackage() {
    }

    /**
     * @param created what the package says of when it was made
     */
    static byte[] of(byte[] written, Instant created) throws IOException {
        ByteArrayOutputStream steady = new ByteArrayOutputStream(written.length);
        try (ZipInputStream from = new ZipInputStream(new ByteArrayInputStream(written));
                ZipOutputStream to = new ZipOutputStream(steady, StandardCharsets.UTF_8)) {
            for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                ZipEntry same = new ZipEntry(entry.getName());
                same.setTimeLocal(EARLIEST);
                to.putNextEntry(same);
                byte[] content = from.readAllBytes();
                to.write(entry.getName().equals(PROPERTIES) ? dated(content, created) : content);
                to.closeEntry();
            }
        }
        return steady.toByteArray();
    }

    private static byte[] dated(byte[] properties, Instant created) {
        return new String(properties, StandardCharsets.UTF_8)
                .replaceAll("(<dcterms:(created|modified)[^>]*>)[^<]*<", "$1" + created + "<").getBytes(StandardCharsets.UTF_8);
    }
}
