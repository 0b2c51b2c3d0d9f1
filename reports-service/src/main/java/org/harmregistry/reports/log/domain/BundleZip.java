package org.harmregistry.reports.log.domain;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.SortedMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes a bundle so that its bytes follow from names and contents alone: in the order of names, stored as they are, with one
 * instant for all. A reader who writes it again gets the same bytes, and so notices a changed one in the container, too.
 */
final class BundleZip {

    /** Not the first instant that the format knows: beside that one the writer puts another, finer one. */
    private static final LocalDateTime ALWAYS = LocalDateTime.of(1980, 2, 1, 0, 0);

    private BundleZip() {
    }

    static byte[] of(SortedMap<String, byte[]> contents) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (var content : contents.entrySet()) {
                zip.putNextEntry(entry(content.getKey(), content.getValue()));
                zip.write(content.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static ZipEntry entry(String name, byte[] content) {
        CRC32 checksum = new CRC32();
        checksum.update(content);
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(checksum.getValue());
        entry.setTimeLocal(ALWAYS);
        return entry;
    }
}
