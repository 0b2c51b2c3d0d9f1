package org.harmregistry.reports.edition.api;

import java.util.function.Supplier;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.harmregistry.kit.http.Preconditions;
import org.harmregistry.reports.edition.domain.Edition;
import org.harmregistry.reports.edition.domain.EditionFile;

import io.smallrye.mutiny.Uni;

/** Answers with content that never changes under its digest; shared caches may keep it. */
final class FrozenAnswers {

    private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'";
    private static final String SHARED = "public, max-age=300";
    private static final String PRIVATE = "private, no-store";

    private FrozenAnswers() {
    }

    /** What is not out yet is kept by no cache. */
    static Uni<Response> of(boolean isPublic, String digest, String mediaType, String ifNoneMatch,
            Supplier<Uni<byte[]>> content) {
        String cache = isPublic ? SHARED : PRIVATE;
        String tag = "\"" + digest + "\"";
        if (Preconditions.isNotModified(ifNoneMatch, tag)) {
            return Uni.createFrom().item(Response.notModified().header(HttpHeaders.ETAG, tag)
                    .header(HttpHeaders.CACHE_CONTROL, cache).build());
        }
        MediaType type = MediaType.valueOf(mediaType);
        // A viewer of PDF does not open in a sandbox; what it shows has no origin of its own anyway.
        String policy = type.getSubtype().equals("pdf") ? POLICY : POLICY + "; sandbox";
        boolean text = type.getType().equals("text") || type.getSubtype().endsWith("json");
        return content.get()
                .map(bytes -> Response.ok(bytes, text ? type.withCharset("UTF-8") : type).header(HttpHeaders.ETAG, tag)
                        .header(HttpHeaders.CACHE_CONTROL, cache).header("X-Content-Type-Options", "nosniff")
                        .header("Content-Security-Policy", policy).build());
    }

    /** Tells how the file is to be called where it is saved: report, period, number and language. */
    static Response named(Response answer, Edition edition, EditionFile file) {
        String name = edition.report() + "-" + edition.period().key() + "-" + edition.number()
                + (file.language() == null ? "" : "." + file.language()) + "." + file.format();
        answer.getHeaders().putSingle(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + name + "\"");
        return answer;
    }
}
