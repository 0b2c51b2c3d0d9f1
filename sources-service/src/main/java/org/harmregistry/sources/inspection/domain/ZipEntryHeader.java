package org.harmregistry.sources.inspection.domain;

/**
 * An entry as the central directory of a ZIP file describes it.
 *
 * @param name as written, undecoded bytes as Latin-1
 * @param method 0 stored, 8 deflated
 * @param flags general-purpose flags; bit 0 encrypted
 * @param packed bytes it takes in the file
 * @param size bytes that it claims to unpack to
 * @param crc CRC-32 that it claims
 * @param local where its local header stands
 * @param unixMode type and rights, 0 if not given
 */
record ZipEntryHeader(byte[] name, int method, int flags, long packed, long size, long crc, long local, int unixMode) {

    private static final int TYPE = 0170000;
    private static final int REGULAR = 0100000;
    private static final int DIRECTORY = 0040000;

    String text() {
        return Bytes.ascii(name, 0, name.length);
    }

    boolean encrypted() {
        return (flags & 1) != 0;
    }

    boolean isDirectory() {
        return text().endsWith("/");
    }

    /** A link, a device or another thing that is neither file nor directory. */
    boolean isSpecial() {
        int type = unixMode & TYPE;
        return type != 0 && type != REGULAR && type != DIRECTORY;
    }
}
