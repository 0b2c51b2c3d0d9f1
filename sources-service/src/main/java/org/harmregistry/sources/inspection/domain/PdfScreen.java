package org.harmregistry.sources.inspection.domain;

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

    private final FileBytes file;
    private final Findings findings;
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
        return head.length < 4 || !isZlib(head, skip) || unpacks(at + 6 + skip);
    }

    private boolean unpacks(long at) throws IOException {
        Inflater inflater = new Inflater();
        byte[] out = new byte[64 * 1024];
        try (InputStream content = new InflaterInputStream(file.stream(at, file.length() - at), inflater, 8 * 1024)) {
            long size = 0;
            for (int read = content.read(out); read >= 0; read = content.read(out)) {
                boolean nested = size == 0 && read > 2 && isZlib(out, 0) && Bytes.u16(out, 0) == 0x789c;
                size += read;
                if (nested || !limit.admits(read, size, inflater.getBytesRead())) {
                    findings.add(InspectionCode.ARCHIVE_BOMB, "Unpacked, it is larger than is borne.");
                    return false;
                }
            }
        } catch (ZipException | java.io.EOFException e) {
            // No stream, or a broken one: a parser will not get more out of it.
            return true;
        } finally {
            inflater.end();
        }
        return true;
    }

    private static boolean isZlib(byte[] bytes, int at) {
        return at + 1 < bytes.length && (bytes[at] & 0x0f) == 8 && Bytes.u16(bytes, at) % 31 == 0;
    }
}
