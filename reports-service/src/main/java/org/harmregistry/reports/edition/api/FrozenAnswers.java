package org.harmregistry.reports.edition.api;

import java.util.function.Supplier;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.harmregistry.kit.http.Preconditions;

import io.smallrye.mutiny.Uni;

/** Answers with content that never changes under its digest; shared caches may keep it. */
final class FrozenAnswers {

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
        return content.get().map(bytes -> Response.ok(bytes, type.withCharset("UTF-8")).header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.CACHE_CONTROL, cache).header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox").build());
    }
}
