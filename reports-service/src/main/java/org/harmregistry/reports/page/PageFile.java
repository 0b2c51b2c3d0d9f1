package org.harmregistry.reports.page;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;

/**
 * A page as files that are sent as they lie there.
 *
 * @param plain its bytes
 * @param gzipped the same, compressed (RFC 1952)
 * @param plainSize bytes of the first
 * @param gzippedSize bytes of the second
 * @param mapped the bytes of the first, where the system keeps them anyway
 */
record PageFile(Path plain, Path gzipped, long plainSize, long gzippedSize, ByteBuffer mapped) {

    /**
     * Writes both; what was written is read again and compared with the page's digest.
     *
     * @throws IOException if there is no room for it, or it is not read as it was written
     */
    static PageFile write(Path folder, String name, PreparedPage page) throws IOException {
        Path plain = folder.resolve(name + ".html");
        Path gzipped = folder.resolve(name + ".html.gz");
        byte[] html = page.html().getBytes();
        try {
            Files.write(plain, html, StandardOpenOption.CREATE_NEW);
            try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(gzipped, StandardOpenOption.CREATE_NEW))) {
                out.write(html);
            }
            return new PageFile(plain, gzipped, html.length, Files.size(gzipped), verified(plain, page.digest()));
        } catch (IOException e) {
            drop(plain, gzipped);
            throw e;
        }
    }

    private static ByteBuffer verified(Path file, String digest) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer mapped = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(mapped.duplicate());
            if (!HexFormat.of().formatHex(sha256.digest()).equals(digest)) {
                throw new IOException("a page is not read as it was written");
            }
            return mapped;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Takes it away; who is being sent it still gets the whole. */
    void drop() {
        drop(plain, gzipped);
    }

    private static void drop(Path... files) {
        for (Path file : files) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                // It goes with the folder.
            }
        }
    }
}
