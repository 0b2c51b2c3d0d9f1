package org.harmregistry.sources.attachment.api;

import java.nio.charset.StandardCharsets;
import java.util.Set;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;

import org.harmregistry.sources.attachment.domain.Attachment;
import org.harmregistry.sources.attachment.domain.AttachmentState;

/** The headers with which content leaves the registry: nothing in it is ever run by a browser. */
final class ContentAnswer {

    /** What browsers show without running anything in it; all else is bytes. */
    private static final Set<String> SHOWN = Set.of("image/jpeg", "image/png", "image/gif", "image/webp", "image/tiff",
            "image/heic", "video/mp4", "video/quicktime", "video/webm", "audio/mpeg", "audio/mp4", "audio/wav", "audio/ogg",
            "application/pdf");
    private static final String UNRESERVED = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~";

    private ContentAnswer() {
    }

    /** The entity tag of content is its digest: the same on every replica, for every reader. */
    static String tag(Attachment attachment) {
        return "\"" + attachment.digest() + "\"";
    }

    static Response notModified(Attachment attachment) {
        return shared(Response.notModified(), attachment).build();
    }

    /** Whole or in part, without the bytes. */
    static ResponseBuilder head(Attachment attachment, ByteRange range) {
        ResponseBuilder answer = shared(Response.status(range.whole() ? 200 : 206), attachment)
                .header(HttpHeaders.CONTENT_LENGTH, range.length())
                .header(HttpHeaders.CONTENT_TYPE, type(attachment))
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition(attachment.name()))
                .header("Repr-Digest", DigestHeader.write(attachment.digest()))
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("Cross-Origin-Resource-Policy", "same-origin");
        return range.whole() ? answer : answer.header("Content-Range", range.contentRange(attachment.length()));
    }

    private static ResponseBuilder shared(ResponseBuilder answer, Attachment attachment) {
        return answer.header(HttpHeaders.ETAG, tag(attachment)).header("Accept-Ranges", "bytes")
                .header(HttpHeaders.VARY, "Authorization")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache");
    }

    private static String type(Attachment attachment) {
        boolean harmless = attachment.state() == AttachmentState.INSPECTED && attachment.mediaType() != null;
        return harmless && SHOWN.contains(attachment.mediaType()) ? attachment.mediaType()
                : "application/octet-stream";
    }

    /** The name twice (RFC 6266): in ASCII for old clients, and whole. */
    private static String disposition(String name) {
        String ascii = name.replaceAll("[^\\x20-\\x7e]", "_").replaceAll("[\"\\\\%]", "_");
        StringBuilder encoded = new StringBuilder();
        for (byte each : name.getBytes(StandardCharsets.UTF_8)) {
            if (UNRESERVED.indexOf(each) >= 0) {
                encoded.append((char) each);
            } else {
                encoded.append('%').append(String.format("%02X", each));
            }
        }
        return "attachment; filename=\"" + ascii + "\"; filename*=UTF-8''" + encoded;
    }
}
