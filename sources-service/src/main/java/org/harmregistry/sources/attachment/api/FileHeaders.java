package org.harmregistry.sources.attachment.api;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.ws.rs.HeaderParam;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;
import org.harmregistry.sources.archive.ArchiveFailure;
import org.harmregistry.sources.archive.FileExpectation;
import org.harmregistry.sources.attachment.domain.AttachmentDraft;
import org.harmregistry.sources.attachment.domain.FileName;

/** What the headers say of a file that is sent. Its name stands in a header, as an address must not tell of people. */
public class FileHeaders {

    private static final Pattern EXTENDED = Pattern.compile("(?i);\\s*filename\\*\\s*=\\s*utf-8'[a-z0-9-]*'([!-+\\--:<-~]*)");
    private static final Pattern PLAIN = Pattern
            .compile("(?i);\\s*filename\\s*=\\s*(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^;\\s\"]+))");
    private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T[0-9:.]{5,18}Z");

    @HeaderParam("Content-Type")
    @Parameter(hidden = true)
    String contentType;
    @HeaderParam("Content-Disposition")
    @Parameter(description = "The file's name (RFC 6266): attachment; filename*=UTF-8''…, percent-encoded. Of a path the last "
            + "part counts; characters that cannot be seen are left out.")
    String disposition;
    @HeaderParam("Content-Digest")
    @Parameter(description = "SHA-256 of the body (RFC 9530): sha-256=:<base64>:. 422 digest_mismatch if other bytes came; nothing "
            + "is stored then.")
    String contentDigest;
    @HeaderParam("Repr-Digest")
    @Parameter(description = "The same as Content-Digest here, as bodies are taken without a content coding.")
    String reprDigest;
    @HeaderParam("Capture-Digest")
    @Parameter(description = "SHA-256 made at capture, in the form of Content-Digest or as sha-256:<hex>. It must be that of the "
            + "body, and is kept.")
    String captureDigest;
    @HeaderParam("Captured-At")
    @Parameter(description = "When the file was captured, RFC 3339 in UTC.", schema = @Schema(format = "date-time"))
    String capturedAt;

    /** @throws Failure 400 for what is malformed */
    AttachmentDraft draft(UUID id) {
        return new AttachmentDraft(id, FileName.of(name(disposition)), type(contentType),
                DigestHeader.read(captureDigest, "Capture-Digest"), instant(capturedAt, "#Captured-At"));
    }

    /** What the headers say of the bytes; where several say it, they must say the same. */
    FileExpectation expectation() {
        FileExpectation expected = FileExpectation.NONE;
        String[][] said = { { "Content-Digest", contentDigest }, { "Repr-Digest", reprDigest },
                { "Capture-Digest", captureDigest } };
        for (String[] header : said) {
            String digest = DigestHeader.read(header[1], header[0]);
            if (digest != null && expected.digest() != null && !digest.equals(expected.digest())) {
                throw Failure.at(ArchiveFailure.DIGEST_MISMATCH, "#" + header[0],
                        "The digests that were sent contradict each other.").with("Connection", "close");
            }
            expected = digest == null ? expected : new FileExpectation(digest, "#" + header[0]);
        }
        return expected;
    }

    static String type(String sent) {
        if (sent == null || sent.isBlank() || sent.contains("*")) {
            return null;
        }
        return sent.split(";", 2)[0].trim().toLowerCase(Locale.ROOT);
    }

    static Instant instant(String sent, String pointer) {
        try {
            if (sent == null) {
                return null;
            }
            if (INSTANT.matcher(sent).matches()) {
                return Instant.parse(sent).truncatedTo(ChronoUnit.MICROS);
            }
        } catch (DateTimeParseException e) {
            throw Failure.at(CommonFailure.INVALID_DATE, pointer, "There is no such instant.");
        }
        throw Failure.at(CommonFailure.INVALID_DATE, pointer,
                "Send an instant in UTC as RFC 3339 has it: 2017-06-25T18:00:00Z.");
    }

    /** What is said of a file, percent-encoded as its name is; {@code null} for nothing. */
    static String note(String sent) {
        if (sent == null || sent.isBlank()) {
            return null;
        }
        String note = sent.chars().allMatch(c -> c < 0x80) ? decoded(sent, "#Derivation-Note") : "\0";
        if (note.length() > 1_000 || note.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n')) {
            throw Failure.at(CommonFailure.INVALID_VALUE, "#Derivation-Note",
                    "A note has at most 1,000 characters, percent-encoded UTF-8, none of them a control character.");
        }
        return note;
    }

    private static String name(String disposition) {
        if (disposition == null) {
            return null;
        }
        Matcher extended = EXTENDED.matcher(disposition);
        if (extended.find()) {
            return decoded(extended.group(1), "#Content-Disposition");
        }
        Matcher plain = PLAIN.matcher(disposition);
        if (!plain.find()) {
            return null;
        }
        return plain.group(1) == null ? plain.group(2) : plain.group(1).replaceAll("\\\\(.)", "$1");
    }

    /** Percent-encoded UTF-8 (RFC 8187). */
    private static String decoded(String encoded, String pointer) {
        ByteBuffer bytes = ByteBuffer.allocate(encoded.length());
        for (int i = 0; i < encoded.length(); i++) {
            char next = encoded.charAt(i);
            if (next != '%') {
                bytes.put((byte) next);
            } else if (encoded.substring(i).matches("%[0-9A-Fa-f]{2}.*")) {
                bytes.put((byte) Integer.parseInt(encoded.substring(i + 1, i + 3), 16));
                i += 2;
            } else {
                throw undecodable(pointer);
            }
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
        } catch (CharacterCodingException e) {
            throw undecodable(pointer);
        }
    }

    private static Failure undecodable(String pointer) {
        return Failure.at(CommonFailure.INVALID_VALUE, pointer,
                "The text is not percent-encoded UTF-8 (RFC 8187).");
    }
}
