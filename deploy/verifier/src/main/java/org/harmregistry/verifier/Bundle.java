package org.harmregistry.verifier;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The files of a bundle. */
final class Bundle {

    private static final int LOCAL = 0x04034b50;
    private static final int CENTRAL = 0x02014b50;
    private static final int END = 0x06054b50;
    private static final int VERSION = 10;
    private static final int UTF_8_NAMES = 0x800;
    private static final int FEBRUARY_1980 = 0x41;

    private final Map<String, byte[]> files;
    private final byte[] container;

    private Bundle(Map<String, byte[]> files, byte[] container) {
        this.files = files;
        this.container = container;
    }

    static Bundle read(byte[] container) throws NotSoundException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(container))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getMethod() != ZipEntry.STORED) {
                    // A compressed file could unpack to any size, and is not what a bundle holds.
                    throw new NotSoundException("the bundle holds a compressed file");
                }
                byte[] content = zip.readAllBytes();
                if (files.put(entry.getName(), content) != null) {
                    throw new NotSoundException("the bundle holds " + entry.getName() + " twice");
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new NotSoundException("the bundle cannot be read as a zip: " + e.getMessage());
        }
        if (files.isEmpty()) {
            throw new NotSoundException("this is no zip, or an empty one");
        }
        return new Bundle(files, container);
    }

    Set<String> names() {
        return new TreeSet<>(files.keySet());
    }

    Optional<byte[]> find(String name) {
        return Optional.ofNullable(files.get(name));
    }

    byte[] get(String name) throws NotSoundException {
        return find(name).orElseThrow(() -> new NotSoundException(name + " is missing"));
    }

    String text(String name) throws NotSoundException {
        return Utf8.text(get(name), name);
    }

    /** A file that holds one line. */
    String line(String name) throws NotSoundException {
        String text = text(name);
        if (!text.endsWith("\n") || text.indexOf('\n') != text.length() - 1) {
            throw new NotSoundException(name + " is not one line");
        }
        return text.substring(0, text.length() - 1);
    }

    /** Whether the container is what names and contents make it, byte for byte: there is no room in it for anything else. */
    boolean isPlain() {
        ByteArrayOutputStream locals = new ByteArrayOutputStream();
        ByteArrayOutputStream centrals = new ByteArrayOutputStream();
        new TreeMap<>(files).forEach((name, content) -> {
            byte[] header = header(name, content);
            write(centrals, CENTRAL, 4);
            write(centrals, VERSION, 2);
            centrals.writeBytes(header);
            centrals.writeBytes(new byte[10]);
            write(centrals, locals.size(), 4);
            centrals.writeBytes(name.getBytes(StandardCharsets.UTF_8));
            write(locals, LOCAL, 4);
            locals.writeBytes(header);
            locals.writeBytes(name.getBytes(StandardCharsets.UTF_8));
            locals.writeBytes(content);
        });
        int start = locals.size();
        locals.writeBytes(centrals.toByteArray());
        write(locals, END, 4);
        locals.writeBytes(new byte[4]);
        write(locals, files.size(), 2);
        write(locals, files.size(), 2);
        write(locals, centrals.size(), 4);
        write(locals, start, 4);
        locals.writeBytes(new byte[2]);
        return Arrays.equals(locals.toByteArray(), container);
    }

    /**
     * What local and central headers share (PKWARE APPNOTE 6.3, 4.3.7 and 4.3.12): from the version needed to the extra length.
     */
    private static byte[] header(String name, byte[] content) {
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        CRC32 checksum = new CRC32();
        checksum.update(content);
        write(header, VERSION, 2);
        write(header, UTF_8_NAMES, 2);
        write(header, 0, 4);
        write(header, FEBRUARY_1980, 2);
        write(header, checksum.getValue(), 4);
        write(header, content.length, 4);
        write(header, content.length, 4);
        write(header, name.getBytes(StandardCharsets.UTF_8).length, 2);
        write(header, 0, 2);
        return header.toByteArray();
    }

    private static void write(ByteArrayOutputStream bytes, long value, int length) {
        for (int i = 0; i < length; i++) {
            bytes.write((int) (value >> 8 * i));
        }
    }
}
