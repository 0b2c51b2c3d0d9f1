package org.harmregistry.sources.inspection.domain;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Pattern;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/**
 * Looks at a PDF's bytes before a parser does: a parser unpacks object streams as a whole, and believes what they say of
 * themselves.
 */
final class PdfScreen {

    private static final int PIECE = 1 << 20;
    private static final int DICTIONARY = 2048;
    private static final Pattern OBJECTS = Pattern.compile("/ObjStm|/XRef|#[0-9A-Fa-f]{2}");
    private static final Pattern OTHER_FILTER = Pattern.compile(
            "LZW|ASCII|RunLength|/Crypt|/AHx|/A85|/RL\\b|#|/Filter\\s+\\d+\\s+\\d+\\s+R|Flate.*Flate", Pattern.DOTALL);

    /** Most objects that a parser may have to keep, and most bytes of them that may be packed. */
    private static final int MOST_OBJECTS = 200_000;
    private static final long MOST_PACKED_OBJECTS = 32L << 20;

    private final FileBytes file;
    private final Findings findings;
    private int objects;
    private long packedObjects;
    private final UnpackingLimit limit = new UnpackingLimit();

    PdfScreen(FileBytes file, Findings findings) {
        this.file = file;
        this.findings = findings;
    }

    /** Whether a parser may be let at it. */
    boolean passes() throws IOException {
        for (long at = 0; at < file.length(); at += PIECE) {
            byte[] piece = file.read(Math.max(0, at - 16), PIECE + 16);
            if (Bytes.indexOf(piece, 0, "/Encrypt") >= 0) {
                findings.add(InspectionCode.ENCRYPTED, "The document is encrypted.");
                return false;
            }
            for (int i = Bytes.indexOf(piece, 0, " obj"); i >= 0; i = Bytes.indexOf(piece, i + 4, " obj")) {
                objects++;
            }
            if (objects > MOST_OBJECTS) {
                bomb();
                return false;
            }
            if (!streams(piece, Math.max(0, at - 16))) {
                return false;
            }
        }
        return true;
    }

    private boolean streams(byte[] piece, long at) throws IOException {
        for (int i = Bytes.indexOf(piece, 0, "stream"); i >= 0; i = Bytes.indexOf(piece, i + 6, "stream")) {
            boolean end = i >= 3 && Bytes.startsWith(piece, i - 3, "end");
            if (!end && !stream(at + i)) {
                return false;
            }
        }
        return true;
    }

    private boolean stream(long at) throws IOException {
        byte[] before = file.read(Math.max(0, at - DICTIONARY), (int) Math.min(DICTIONARY, at));
        String text = Bytes.ascii(before, 0, before.length);
        String dictionary = text.substring(Math.max(0, text.lastIndexOf(" obj")));
        if (OBJECTS.matcher(dictionary).find() && OTHER_FILTER.matcher(dictionary).find()) {
            findings.add(InspectionCode.MALFORMED, "Its objects are packed in a way that is not looked into.");
            return false;
        }
        byte[] head = file.read(at + 6, 4);
        int skip = Bytes.startsWith(head, 0, "\r\n") ? 2 : 1;
        boolean holdsObjects = OBJECTS.matcher(dictionary).find();
        return head.length < 4 || !isZlib(head, skip) || unpacks(at + 6 + skip, holdsObjects);
    }

    private boolean unpacks(long at, boolean holdsObjects) throws IOException {
        Inflater inflater = new Inflater();
        byte[] out = new byte[64 * 1024];
        try (InputStream content = new InflaterInputStream(file.stream(at, file.length() - at), inflater, 8 * 1024)) {
            long size = 0;
            for (int read = content.read(out); read >= 0; read = content.read(out)) {
                boolean nested = size == 0 && read > 2 && isZlib(out, 0) && Bytes.u16(out, 0) == 0x789c;
                size += read;
                packedObjects += holdsObjects ? read : 0;
                if (nested || packedObjects > MOST_PACKED_OBJECTS
                        || !limit.admits(read, size, inflater.getBytesRead())) {
                    bomb();
                    return false;
                }
            }
        } catch (ZipException | EOFException e) {
            // No stream, or a broken one: a parser will not get more out of it.
            return true;
        } finally {
            inflater.end();
        }
        return true;
    }

    private void bomb() {
        findings.add(InspectionCode.ARCHIVE_BOMB, "Unpacked, it is larger than is borne.");
    }

    private static boolean isZlib(byte[] bytes, int at) {
        return at + 1 < bytes.length && (bytes[at] & 0x0f) == 8 && Bytes.u16(bytes, at) % 31 == 0;
    }
}
