package org.harmregistry.reports.edition.api;

import java.util.function.Supplier;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.harmregistry.kit.http.Preconditions;

import io.smallrye.mutiny.Uni;

/** Answers with content that never changes under its digest; shared caches may keep it. */
final class FrozenAnswers {

    private static final String CACHE = "public, max-age=300";

    private FrozenAnswers() {
    }

    static Uni<Response> of(String digest, String mediaType, String ifNoneMatch, Supplier<Uni<byte[]>> content) {
        String tag = "\"" + digest + "\"";
        if (Preconditions.isNotModified(ifNoneMatch, tag)) {
            return Uni.createFrom().item(Response.notModified().header(HttpHeaders.ETAG, tag)
                    .header(HttpHeaders.CACHE_CONTROL, CACHE).build());
        }
        MediaType type = MediaType.valueOf(mediaType);
        return content.get().map(bytes -> Response.ok(bytes, type.withCharset("UTF-8")).header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.CACHE_CONTROL, CACHE).header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox").build());
    }
}
