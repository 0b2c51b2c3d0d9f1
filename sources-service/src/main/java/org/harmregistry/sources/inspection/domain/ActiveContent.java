package org.harmregistry.sources.inspection.domain;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;

import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/** Finds documents that run something when they are opened. */
final class ActiveContent {

    private static final int PIECE = 1 << 20;
    private static final Pattern MARKUP = Pattern.compile(
            "<\\s*(script|iframe|object|embed|foreignobject|handler)\\b|\\bon[a-z]{3,20}\\s*=|javascript\\s*:|data\\s*:\\s*text/html"
                    + "|<!entity|<!doctype[^>]*\\[|xmlns:xi\\b|<\\?xml-stylesheet|http-equiv\\s*=\\s*[\"']?refresh",
            Pattern.CASE_INSENSITIVE);
    private static final Set<String> MARKUP_TYPES = Set.of("image/svg+xml", "text/html", "application/xhtml+xml",
            "application/xml", "text/xml", "message/rfc822", "multipart/related");
    private static final Set<String> ACTIONS = Set.of("JavaScript", "Launch", "SubmitForm", "ImportData", "GoToE",
            "RichMediaExecute");

    private ActiveContent() {
    }

    static void inspect(FileBytes file, String mediaType, Findings findings) throws IOException {
        if (MARKUP_TYPES.contains(mediaType) || mediaType.endsWith("+xml")) {
            markup(file, findings);
        } else if (mediaType.equals("application/pdf")) {
            pdf(file, findings);
        } else if (mediaType.equals("application/x-tika-msoffice") || mediaType.startsWith("application/vnd.ms-")
                || mediaType.equals("application/msword")) {
            office(file, findings);
        } else if (mediaType.equals("application/rtf")) {
            rtf(file, findings);
        }
    }

    /** Of UTF-16 every second byte is left out: the words that are looked for are ASCII. */
    private static void markup(FileBytes file, Findings findings) throws IOException {
        for (long at = 0; at < file.length(); at += PIECE) {
            byte[] piece = file.read(Math.max(0, at - 256), PIECE + 256);
            String text = new String(piece, StandardCharsets.ISO_8859_1).replace("\0", "");
            if (MARKUP.matcher(text).find()) {
                findings.add(InspectionCode.ACTIVE_CONTENT, "It holds a script, or draws in other content.");
                return;
            }
        }
    }

    private static void office(FileBytes file, Findings findings) throws IOException {
        if (contains(file, "_\0V\0B\0A\0_\0P\0R\0O\0J\0E\0C\0T\0")) {
            findings.add(InspectionCode.ACTIVE_CONTENT, "The document holds macros.");
        }
        if (contains(file, "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0")) {
            findings.add(InspectionCode.ENCRYPTED, "The document is encrypted.");
        }
    }

    private static void rtf(FileBytes file, Findings findings) throws IOException {
        if (contains(file, "\\objdata") || contains(file, "\\objupdate")) {
            findings.add(InspectionCode.ACTIVE_CONTENT, "The document holds other objects.");
        }
    }

    private static boolean contains(FileBytes file, String mark) throws IOException {
        for (long at = 0; at < file.length(); at += PIECE) {
            if (Bytes.indexOf(file.read(Math.max(0, at - mark.length()), PIECE + mark.length()), 0, mark) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static void pdf(FileBytes file, Findings findings) throws IOException {
        if (!new PdfScreen(file, findings).passes()) {
            return;
        }
        try (PDDocument document = PdfObjects.open(file)) {
            PdfObjects.each(document, file.deadline(), dictionary -> {
                if (isActive(dictionary)) {
                    findings.add(InspectionCode.ACTIVE_CONTENT, "The document runs something or holds other files.");
                }
            });
        } catch (InvalidPasswordException e) {
            findings.add(InspectionCode.ENCRYPTED, "The document is encrypted.");
        } catch (InterruptedIOException e) {
            throw e;
        } catch (IOException | RuntimeException | StackOverflowError e) {
            findings.add(InspectionCode.MALFORMED, "The document cannot be read.");
        }
    }

    private static boolean isActive(COSDictionary dictionary) {
        String action = dictionary.getNameAsString(COSName.S, "");
        return ACTIONS.contains(action) || dictionary.containsKey(COSName.JS) || dictionary.containsKey(COSName.EF)
                || "EmbeddedFile".equals(dictionary.getNameAsString(COSName.TYPE, ""))
                || "RichMedia".equals(dictionary.getNameAsString(COSName.SUBTYPE, ""));
    }
}
