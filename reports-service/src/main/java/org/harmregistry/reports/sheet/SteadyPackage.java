package org.harmregistry.reports.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

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
        try (ZipFile from = ZipFile.builder().setByteArray(written).get();
                ZipOutputStream to = new ZipOutputStream(steady, StandardCharsets.UTF_8)) {
            for (ZipArchiveEntry entry : Collections.list(from.getEntriesInPhysicalOrder())) {
                ZipEntry same = new ZipEntry(entry.getName());
                same.setTimeLocal(EARLIEST);
                to.putNextEntry(same);
                byte[] content = from.getInputStream(entry).readAllBytes();
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
