package org.harmregistry.sources.inspection.domain;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Looks into a tar file (POSIX.1-1988 ustar with the long names of GNU and POSIX.1-2001) as it streams by. */
final class TarArchive {

    private static final int BLOCK = 512;
    private static final int LONGEST_NAME = 64 * 1024;

    private final Archives archives;
    private final Findings findings;
    private final UnpackingLimit limit;

    TarArchive(Archives archives, Findings findings, UnpackingLimit limit) {
        this.archives = archives;
        this.findings = findings;
        this.limit = limit;
    }

    static boolean isTar(byte[] head) {
        return head.length >= 262 && Bytes.startsWith(head, 257, "ustar");
    }

    void inspect(InputStream stream, long packed, int depth) throws IOException {
        int entries = 0;
        for (byte[] header = stream.readNBytes(BLOCK); isTar(header); header = stream.readNBytes(BLOCK)) {
            if (++entries > ZipDirectory.MOST_ENTRIES) {
                findings.add(InspectionCode.ARCHIVE_BOMB, "It has more than " + ZipDirectory.MOST_ENTRIES + " entries.");
                return;
            }
            long size = size(header);
            if (size < 0) {
                findings.add(InspectionCode.MALFORMED, "The archive's headers are broken.");
                return;
            }
            entry(stream, header, size, packed, depth);
            stream.skipNBytes((BLOCK - size % BLOCK) % BLOCK);
            if (findings.has(InspectionCode.ARCHIVE_BOMB)) {
                return;
            }
        }
    }

    private void entry(InputStream stream, byte[] header, long size, long packed, int depth) throws IOException {
        char type = (char) (header[156] & 0xff);
        if (type == 'L' || type == 'K' || type == 'x' || type == 'g') {
            if (size > LONGEST_NAME) {
                findings.add(InspectionCode.MALFORMED, "The archive's headers are broken.");
            }
            lookAtLongName(new String(stream.readNBytes((int) Math.min(size, LONGEST_NAME)), StandardCharsets.UTF_8), type);
            stream.skipNBytes(Math.max(0, size - LONGEST_NAME));
            return;
        }
        if (type != 0 && type != '0' && type != '5' && type != '7') {
            findings.add(InspectionCode.ARCHIVE_LINK, "An entry is a link or a device.");
        }
        look(text(header, 345, 155).isEmpty() ? text(header, 0, 100) : text(header, 345, 155) + "/" + text(header, 0, 100));
        InputStream content = new Bounded(stream, size);
        archives.inspectStream(content, Math.max(packed, 1), depth + 1);
        if (!limit.drain(content, packed)) {
            archives.bomb();
        }
    }

    private void lookAtLongName(String text, char type) {
        if (type == 'L' || type == 'K') {
            look(text.replaceAll("\0+$", ""));
            return;
        }
        for (String line : text.split("\n")) {
            int path = line.indexOf(" path=");
            if (path >= 0) {
                look(line.substring(path + 6));
            }
        }
    }

    private void look(String name) {
        if (EntryNames.leadsAstray(name)) {
            findings.add(InspectionCode.ARCHIVE_PATH, "The name of an entry leads out of the archive or cannot be shown.");
        }
        if (Executables.hasProgramName(name)) {
            findings.add(InspectionCode.EXECUTABLE, "An entry has the name of a program.");
        }
    }

    private static String text(byte[] header, int at, int most) {
        String text = Bytes.ascii(header, at, most);
        int end = text.indexOf('\0');
        return end < 0 ? text : text.substring(0, end);
    }

    /** Octal digits, or a binary number if the first bit is set; -1 if it is neither. */
    private static long size(byte[] header) {
        if ((header[124] & 0x80) != 0) {
            return Bytes.u64(header, 128) < 0 ? -1 : Bytes.u64(header, 128);
        }
        String digits = text(header, 124, 12).strip();
        return digits.matches("[0-7]{1,12}") ? Long.parseLong(digits, 8) : digits.isEmpty() ? 0 : -1;
    }

    private static final class Bounded extends FilterInputStream {

        private long left;

        Bounded(InputStream in, long size) {
            super(in);
            this.left = size;
        }

        @Override
        public int read() throws IOException {
            if (left <= 0) {
                return -1;
            }
            left--;
            return super.read();
        }

        @Override
        public int read(byte[] into, int offset, int wanted) throws IOException {
            if (left <= 0) {
                return -1;
            }
            int size = super.read(into, offset, (int) Math.min(wanted, left));
            left -= Math.max(0, size);
            return size;
        }
    }
}
