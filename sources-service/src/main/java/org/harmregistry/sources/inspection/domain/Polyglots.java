package org.harmregistry.sources.inspection.domain;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** Finds files that are of two types at once: one reader is shown a picture, another unpacks a program. */
final class Polyglots {

    private static final int PIECE = 1 << 20;
    private static final int LONGEST_MARK = 16;
    private static final List<String> MARKS = List.of("<script", "<?php", "<html ", "<html>", "<!doctype html", "<svg ",
            "<iframe");

    private Polyglots() {
    }

    static void inspect(FileBytes file, String mediaType, Findings findings) throws IOException {
        byte[] head = file.read(0, 2048);
        boolean medium = mediaType.startsWith("image/") && !mediaType.equals("image/svg+xml") || mediaType.startsWith("audio/")
                || mediaType.startsWith("video/");
        ZipDirectory zip = ZipDirectory.of(file);
        if (zip != null && !zip.startsFile()) {
            findings.add(InspectionCode.POLYGLOT, "A ZIP archive is appended to it.");
        }
        if ((medium || mediaType.equals("application/zip")) && pdfBeforeContent(head, mediaType)) {
            findings.add(InspectionCode.POLYGLOT, "It is a PDF document too.");
        }
        if (mediaType.equals("application/pdf") && Bytes.indexOf(head, 0, "%PDF-") > 0 && !blankBefore(head)) {
            findings.add(InspectionCode.POLYGLOT, "Something else stands before the document.");
        }
        if (medium) {
            if (startsAsScript(head)) {
                findings.add(InspectionCode.POLYGLOT, "Its header is a comment of a script.");
            }
            if (holdsMarkup(file, mediaType)) {
                findings.add(InspectionCode.POLYGLOT, "It holds a page or a script.");
            }
            lookBehind(file, mediaType, findings);
        }
    }

    private static boolean pdfBeforeContent(byte[] head, String mediaType) {
        int at = Bytes.indexOf(head, 0, "%PDF-");
        return at >= 0 && at < 1024 && (!mediaType.equals("application/zip") || at < 30);
    }

    private static boolean blankBefore(byte[] head) {
        String before = Bytes.ascii(head, 0, Bytes.indexOf(head, 0, "%PDF-"));
        return before.chars().allMatch(c -> c <= ' ' || c == 0xef || c == 0xbb || c == 0xbf);
    }

    /** Pictures whose first numbers read as the beginning of a comment: the rest of the file is then a script. */
    private static boolean startsAsScript(byte[] head) {
        boolean gif = Bytes.startsWith(head, 0, "GIF8") && (Bytes.startsWith(head, 6, "/*") || Bytes.startsWith(head, 6, "="));
        boolean bmp = Bytes.startsWith(head, 0, "BM") && (Bytes.startsWith(head, 2, "/*") || Bytes.startsWith(head, 2, "="));
        return gif || bmp || Bytes.startsWith(head, 0, "\u00ff\u00d8\u00ff\u00e0/*");
    }

    private static boolean holdsMarkup(FileBytes file, String mediaType) throws IOException {
        // Films are large and hold no texts in between: their ends are looked at.
        long whole = mediaType.startsWith("image/") ? file.length() : PIECE;
        return holdsMarkup(file, 0, whole) || file.length() > whole && holdsMarkup(file, file.length() - PIECE, PIECE);
    }

    private static boolean holdsMarkup(FileBytes file, long from, long size) throws IOException {
        for (long at = Math.max(0, from); at < from + size && at < file.length(); at += PIECE) {
            byte[] piece = file.read(at, PIECE + LONGEST_MARK);
            for (int i = 0; i < piece.length; i++) {
                if (piece[i] == '<' && isMark(piece, i)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isMark(byte[] piece, int at) {
        String here = Bytes.ascii(piece, at, LONGEST_MARK).toLowerCase(Locale.ROOT);
        return MARKS.stream().anyMatch(here::startsWith);
    }

    private static void lookBehind(FileBytes file, String mediaType, Findings findings) throws IOException {
        long end = FormatEnd.of(file, mediaType);
        if (end < 0) {
            findings.add(InspectionCode.TRUNCATED, "It breaks off, or its parts do not fit together.");
        } else if (end < file.length()) {
            byte[] behind = file.read(end, 512);
            boolean other = Archives.isArchive(behind) || Executables.isProgram(behind)
                    || Bytes.indexOf(behind, 0, "%PDF-") >= 0;
            findings.add(other ? InspectionCode.POLYGLOT : InspectionCode.TRAILING_DATA,
                    other ? "Another file is appended to it." : "Something follows the end of the picture.");
        }
    }
}
