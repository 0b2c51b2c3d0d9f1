package org.harmregistry.sources.inspection.domain;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The entries of a ZIP file that an inspection has looked into, read one at a time and never beyond measure. */
public final class ZipEntries {

    private final FileBytes file;
    private final ZipDirectory directory;
    private final Map<String, ZipEntryHeader> entries = new LinkedHashMap<>();

    private ZipEntries(FileBytes file, ZipDirectory directory) throws IOException {
        this.file = file;
        this.directory = directory;
        for (ZipEntryHeader entry : directory.entries()) {
            entries.putIfAbsent(new String(entry.name(), StandardCharsets.UTF_8), entry);
        }
    }

    /** The entries of the file; {@code null} if it is no ZIP file. */
    public static ZipEntries of(FileBytes file) throws IOException {
        ZipDirectory directory = ZipDirectory.of(file);
        return directory == null ? null : new ZipEntries(file, directory);
    }

    /** Names in the order of the directory. */
    public Set<String> names() {
        return entries.keySet();
    }

    /** What an entry unpacks to; a stream that fails where an inspection would have found a bomb. */
    public InputStream open(String name) throws IOException {
        ZipEntryHeader entry = entries.get(name);
        if (entry == null || entry.encrypted() || entry.method() != 0 && entry.method() != 8 || directory.data(entry) < 0) {
            throw new IOException("There is no such entry, or it cannot be read.");
        }
        return new Measured(directory.content(entry), entry.packed());
    }

    /** An entry that is not packed, as a file of its own; {@code null} if it is packed. */
    public FileBytes stored(String name) throws IOException {
        ZipEntryHeader entry = entries.get(name);
        boolean plain = entry != null && entry.method() == 0 && !entry.encrypted() && directory.data(entry) >= 0;
        return plain ? file.part(directory.data(entry), entry.packed()) : null;
    }

    /** A small entry as a whole; fails if it is larger than {@code most} bytes. */
    public byte[] read(String name, int most) throws IOException {
        try (InputStream content = open(name)) {
            byte[] bytes = content.readNBytes(most + 1);
            if (bytes.length > most) {
                throw new IOException("The entry is larger than is read.");
            }
            return bytes;
        }
    }

    private static final class Measured extends FilterInputStream {

        private final UnpackingLimit limit = new UnpackingLimit();
        private final long packed;
        private long size;

        Measured(InputStream in, long packed) {
            super(in);
            this.packed = packed;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int wanted) throws IOException {
            int read = super.read(into, offset, wanted);
            size += Math.max(0, read);
            if (read > 0 && !limit.admits(read, size, packed)) {
                throw new IOException("The entry is larger than is borne.");
            }
            return read;
        }
    }
}
