package org.harmregistry.sources.inspection.domain;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * The central directory of a ZIP file (APPNOTE 6.3), read without trusting any number in it. It is found from the end of the
 * file, as unpackers do it, so that a ZIP behind another format is found too.
 */
final class ZipDirectory {

    /** Most entries that are looked at. */
    static final int MOST_ENTRIES = 10_000;
    private static final int END_SIZE = 22;
    private static final int LONGEST_COMMENT = 65_535;
    private static final String END = "PK\5\6";
    private static final String CENTRAL = "PK\1\2";
    private static final String LOCAL = "PK\3\4";
    private static final String END_64 = "PK\6\6";

    private final FileBytes file;
    private final long start;
    private final long size;
    private final long count;

    private ZipDirectory(FileBytes file, long start, long size, long count) {
        this.file = file;
        this.start = start;
        this.size = size;
        this.count = count;
    }

    /** The directory that an unpacker would find; {@code null} if it would find none. */
    static ZipDirectory of(FileBytes file) throws IOException {
        long from = Math.max(0, file.length() - END_SIZE - LONGEST_COMMENT);
        byte[] tail = file.read(from, END_SIZE + LONGEST_COMMENT);
        for (int at = tail.length - END_SIZE; at >= 0; at--) {
            if (Bytes.startsWith(tail, at, END)) {
                ZipDirectory found = at(file, from + at, Arrays.copyOfRange(tail, at, at + END_SIZE));
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    private static ZipDirectory at(FileBytes file, long end, byte[] record) throws IOException {
        long count = Bytes.le16(record, 10);
        long size = Bytes.le32(record, 12);
        long until = end;
        if (count == 0xffff || size == 0xffffffffL || Bytes.le32(record, 16) == 0xffffffffL) {
            byte[] wide = file.read(end - 76, 56);
            if (wide.length == 56 && Bytes.startsWith(wide, 0, END_64)) {
                count = Bytes.le64(wide, 32);
                size = Bytes.le64(wide, 40);
                until = end - 76;
            }
        }
        long start = until - size;
        boolean empty = count == 0 && size == 0 && end == 0;
        boolean there = size > 0 && start >= 0 && Bytes.startsWith(file.read(start, 4), 0, CENTRAL);
        return empty || there ? new ZipDirectory(file, start, size, count) : null;
    }

    /** How many entries it says to have. */
    long count() {
        return count;
    }

    long start() {
        return start;
    }

    /** Where the first entry begins that it names, 0 if nothing stands before it. */
    boolean startsFile() throws IOException {
        byte[] head = file.read(0, 4);
        return Bytes.startsWith(head, 0, LOCAL) || Bytes.startsWith(head, 0, END) || Bytes.startsWith(head, 0, "PK\7\10");
    }

    /** The entries, in the directory's order; fewer than it says to have if it is broken or has too many. */
    List<ZipEntryHeader> entries() throws IOException {
        List<ZipEntryHeader> entries = new ArrayList<>();
        long at = start;
        while (at < start + size && entries.size() <= MOST_ENTRIES) {
            byte[] fixed = file.read(at, 46);
            if (fixed.length < 46 || !Bytes.startsWith(fixed, 0, CENTRAL)) {
                return entries;
            }
            int name = Bytes.le16(fixed, 28);
            int extra = Bytes.le16(fixed, 30);
            byte[] rest = file.read(at + 46, name + extra);
            if (rest.length < name + extra) {
                return entries;
            }
            entries.add(entry(fixed, Arrays.copyOf(rest, name), Arrays.copyOfRange(rest, name, name + extra)));
            at += 46L + name + extra + Bytes.le16(fixed, 32);
        }
        return entries;
    }

    private static ZipEntryHeader entry(byte[] fixed, byte[] name, byte[] extra) {
        long[] wide = { Bytes.le32(fixed, 24), Bytes.le32(fixed, 20), Bytes.le32(fixed, 42) };
        widen(wide, extra);
        boolean unix = Bytes.le16(fixed, 4) >> 8 == 3;
        return new ZipEntryHeader(name, Bytes.le16(fixed, 10), Bytes.le16(fixed, 8), wide[1], wide[0], Bytes.le32(fixed, 16),
                wide[2], unix ? Bytes.le16(fixed, 40) : 0);
    }

    /** ZIP64: sizes and offset that do not fit stand in the extra field, in this order. */
    private static void widen(long[] values, byte[] extra) {
        for (int at = 0; at + 4 <= extra.length; at += 4 + Bytes.le16(extra, at + 2)) {
            if (Bytes.le16(extra, at) != 1) {
                continue;
            }
            int field = at + 4;
            int end = Math.min(extra.length, field + Bytes.le16(extra, at + 2));
            for (int i = 0; i < values.length; i++) {
                if (values[i] == 0xffffffffL && field + 8 <= end) {
                    values[i] = Bytes.le64(extra, field);
                    field += 8;
                }
            }
        }
    }

    /** Where an entry's bytes begin; -1 if there is no local header, or one of another name. */
    long data(ZipEntryHeader entry) throws IOException {
        byte[] fixed = file.read(entry.local(), 30);
        if (fixed.length < 30 || !Bytes.startsWith(fixed, 0, LOCAL)) {
            return -1;
        }
        int name = Bytes.le16(fixed, 26);
        boolean same = Arrays.equals(file.read(entry.local() + 30, name), entry.name())
                && Bytes.le16(fixed, 8) == entry.method();
        return same ? entry.local() + 30 + name + Bytes.le16(fixed, 28) : -1;
    }

    /** An entry's content as it unpacks, without a bound: whoever reads it counts. */
    InputStream content(ZipEntryHeader entry) throws IOException {
        InputStream packed = file.stream(Math.max(0, data(entry)), entry.packed());
        return entry.method() == 0 ? packed : new InflaterInputStream(packed, new Inflater(true), 64 * 1024);
    }
}
