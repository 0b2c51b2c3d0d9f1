package org.harmregistry.sources.inspection.domain;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.PushbackInputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Looks into archives, and into archives in them, as deep as is bearable, without ever keeping what comes out. */
final class Archives {

    /** How many archives may lie in each other. A WACZ file, for one, holds compressed WARC files. */
    static final int DEEPEST = 3;
    /** An inner ZIP file that is packed itself is looked into up to this size; it has to be unpacked into memory. */
    static final int LARGEST_INNER = 16 << 20;
    private static final int HEAD = 512;

    private final Findings findings;
    private final Deadline deadline;
    private final UnpackingLimit limit = new UnpackingLimit();

    Archives(Findings findings, Deadline deadline) {
        this.findings = findings;
        this.deadline = deadline;
    }

    /** Looks into a file whose content is an archive. */
    void inspect(FileBytes file, int depth) throws IOException {
        byte[] head = file.read(0, HEAD);
        if (isZip(head)) {
            if (depth > DEEPEST) {
                tooDeep();
                return;
            }
            new ZipArchive(this, findings, limit).inspect(file, depth);
        } else {
            guarded(() -> inspectStream(file.stream(), file.length(), depth));
        }
    }

    /** Looks into what comes out of an archive, piece by piece; all of it is read and counted. */
    void inspectStream(InputStream content, long packed, int depth) throws IOException {
        PushbackInputStream stream = new PushbackInputStream(content, HEAD);
        byte[] head = stream.readNBytes(HEAD);
        stream.unread(head);
        if (depth > DEEPEST && (isZip(head) || isGzip(head) || TarArchive.isTar(head))) {
            tooDeep();
        } else if (isZip(head)) {
            inspectInner(stream, depth);
        } else if (isGzip(head)) {
            inspectStream(new GZIPInputStream(stream, 64 * 1024), packed, depth + 1);
            return;
        } else if (TarArchive.isTar(head)) {
            new TarArchive(this, findings, limit).inspect(stream, packed, depth);
        } else if (isOpaque(head)) {
            findings.add(InspectionCode.ARCHIVE_OPAQUE, "It is, or holds, an archive of a kind that is not looked into.");
        } else if (depth > 1 && Executables.isProgram(head)) {
            findings.add(InspectionCode.EXECUTABLE, "It holds a program.");
        }
        if (!limit.drain(stream, packed)) {
            bomb();
        }
    }

    private void inspectInner(InputStream stream, int depth) throws IOException {
        byte[] inner = stream.readNBytes(LARGEST_INNER + 1);
        if (inner.length > LARGEST_INNER) {
            findings.add(InspectionCode.ARCHIVE_OPAQUE, "A packed archive in it is larger than is looked into.");
            return;
        }
        inspect(FileBytes.of(inner, deadline), depth);
    }

    /** Runs work whose content may be anything: what cannot be unpacked is named, and does not end the inspection. */
    void guarded(Unpacking work) throws IOException {
        try {
            work.run();
        } catch (InterruptedIOException e) {
            throw e;
        } catch (ZipException | EOFException e) {
            findings.add(InspectionCode.MALFORMED, "What is packed in it cannot be unpacked.");
        }
    }

    /** A step of unpacking. */
    interface Unpacking {
        void run() throws IOException;
    }

    void bomb() {
        findings.add(InspectionCode.ARCHIVE_BOMB, "Unpacked, it is larger than is borne.");
    }

    private void tooDeep() {
        findings.add(InspectionCode.ARCHIVE_NESTED, "More than " + DEEPEST + " archives lie in each other.");
    }

    static boolean isZip(byte[] head) {
        return Bytes.startsWith(head, 0, "PK\3\4") || Bytes.startsWith(head, 0, "PK\5\6")
                || Bytes.startsWith(head, 0, "PK\7\10");
    }

    static boolean isGzip(byte[] head) {
        return Bytes.startsWith(head, 0, "\u001f\u008b\10");
    }

    /** Whether it is an archive or a compressed file that this class can look into. */
    static boolean isArchive(byte[] head) {
        return isZip(head) || isGzip(head) || TarArchive.isTar(head) || isOpaque(head);
    }

    /** 7z, RAR, xz, bzip2, Zstandard, LZ4, cabinet, lzip, compress. */
    private static boolean isOpaque(byte[] head) {
        return Bytes.startsWith(head, 0, "7z\u00bc\u00af\u0027\u001c") || Bytes.startsWith(head, 0, "Rar!\u001a\7")
                || Bytes.startsWith(head, 0, "\u00fd7zXZ\0") || Bytes.startsWith(head, 0, "BZh")
                || Bytes.startsWith(head, 0, "\u0028\u00b5\u002f\u00fd") || Bytes.startsWith(head, 0, "\4\"M\u0018")
                || Bytes.startsWith(head, 0, "MSCF\0\0") || Bytes.startsWith(head, 0, "LZIP")
                || Bytes.startsWith(head, 0, "\u001f\u009d");
    }
}
