package org.harmregistry.sources.upload.api;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.harmregistry.kit.http.RecordAddress;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;
import org.harmregistry.sources.attachment.domain.AttachmentDraft;
import org.harmregistry.sources.attachment.domain.FileName;
import org.harmregistry.sources.upload.domain.UploadFailure;

/**
 * What the header {@code Upload-Metadata} says (tus 1.0): {@code filename}, {@code filetype}, {@code id},
 * {@code captureDigest},
 * {@code capturedAt}, each in Base64. What else is there is given back and not read.
 */
final class UploadMetadata {

    private static final String POINTER = "#Upload-Metadata";
    private static final int LONGEST = 4_096;

    private final Map<String, String> values;

    private UploadMetadata(Map<String, String> values) {
        this.values = values;
    }

    /** @throws Failure 400 if the header is malformed */
    static UploadMetadata of(String header) {
        Map<String, String> values = new HashMap<>();
        if (header == null || header.isBlank()) {
            return new UploadMetadata(values);
        }
        if (header.length() > LONGEST) {
            throw malformed("At most 4,096 characters are taken.");
        }
        for (String pair : header.split(",", -1)) {
            String[] parts = pair.trim().split(" ", -1);
            if (parts[0].isEmpty() || parts.length > 2 || values.containsKey(parts[0])) {
                throw malformed("Send key and value in pairs, each key once.");
            }
            values.put(parts[0], parts.length == 1 ? "" : decoded(parts[1]));
        }
        return new UploadMetadata(values);
    }

    private static String decoded(String base64) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(Base64.getDecoder().decode(base64))).toString();
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw malformed("A value is not Base64 of UTF-8.");
        }
    }

    /** What it says of the file. */
    AttachmentDraft file() {
        return new AttachmentDraft(id(), FileName.of(value("filename")), type(), digest(), instant());
    }

    private UUID id() {
        String id = value("id");
        if (id != null && !RecordAddress.isId(id)) {
            throw malformed("id is a UUID.");
        }
        return id == null ? null : UUID.fromString(id);
    }

    private String type() {
        String type = value("filetype");
        return type == null ? null : type.split(";", 2)[0].trim().toLowerCase(Locale.ROOT);
    }

    private String digest() {
        String digest = value("captureDigest");
        if (digest == null) {
            return null;
        }
        String named = digest.startsWith("sha-256:") ? digest : "sha-256:" + digest;
        if (!named.matches("sha-256:[0-9a-f]{64}")) {
            throw malformed("captureDigest is a SHA-256 in hexadecimal digits.");
        }
        return named;
    }

    private Instant instant() {
        String instant = value("capturedAt");
        if (instant == null) {
            return null;
        }
        if (!instant.matches("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?Z")) {
            throw Failure.at(CommonFailure.INVALID_DATE, POINTER, "capturedAt is an instant in UTC: 2017-06-25T18:00:00Z.");
        }
        try {
            return Instant.parse(instant).truncatedTo(ChronoUnit.MICROS);
        } catch (DateTimeParseException e) {
            throw Failure.at(CommonFailure.INVALID_DATE, POINTER, "There is no such instant.");
        }
    }

    private String value(String key) {
        String value = values.get(key);
        return value == null || value.isEmpty() ? null : value;
    }

    private static Failure malformed(String message) {
        return Failure.at(UploadFailure.UPLOAD_METADATA_MALFORMED, POINTER, message);
    }
}
