package org.harmregistry.reports.page;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.server.ServerResponseFilter;

import io.vertx.core.buffer.Buffer;

/**
 * Sends texts compressed to those who take them so. The server's own compression stands in each connection and lets no file
 * pass without a copy, so it is off in this service.
 */
public class GzippedAnswers {

    /** Behind what may still put another entity in the place of the first. */
    private static final int LATE = 1_000;
    private static final int LEAST = 512;
    private static final int MOST = 8 * 1024 * 1024;
    private static final Set<String> TEXTS = Set.of("text/html", "text/css", "text/csv", "image/svg+xml",
            "application/geo+json");
    private static final Pattern ACCEPTED = Pattern.compile("(?i)(.*,)?\\s*(x-)?gzip\\s*(;\\s*q=(1|0?\\.0*[1-9]).*|,.*)?");
    private static final String WEAK = "W/";

    @ServerResponseFilter(priority = LATE)
    public void compress(ContainerRequestContext request, ContainerResponseContext answer) {
        MediaType type = answer.getMediaType();
        if (type == null || !TEXTS.contains(type.getType() + "/" + type.getSubtype())
                || answer.getHeaders().containsKey(HttpHeaders.CONTENT_ENCODING)) {
            return;
        }
        byte[] bytes = bytes(answer.getEntity());
        if (bytes == null || bytes.length < LEAST || bytes.length > MOST) {
            return;
        }
        vary(answer);
        if (isAccepted(request.getHeaderString(HttpHeaders.ACCEPT_ENCODING))) {
            answer.setEntity(gzipped(bytes), null, type);
            answer.getHeaders().putSingle(HttpHeaders.CONTENT_ENCODING, "gzip");
            Object tag = answer.getHeaders().getFirst(HttpHeaders.ETAG);
            if (tag != null) {
                answer.getHeaders().putSingle(HttpHeaders.ETAG, weak(tag.toString()));
            }
        }
    }

    /** True if the header {@code Accept-Encoding} names the coding, and does not refuse it. */
    static boolean isAccepted(String header) {
        return header != null && ACCEPTED.matcher(header).matches();
    }

    /** The same content in other bytes cannot have the same strong tag (RFC 9110, 8.8.3.3). */
    static String weak(String tag) {
        return tag.startsWith(WEAK) ? tag : WEAK + tag;
    }

    private static void vary(ContainerResponseContext answer) {
        String header = answer.getHeaderString(HttpHeaders.VARY);
        if (header == null) {
            answer.getHeaders().putSingle(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        } else if (!header.contains(HttpHeaders.ACCEPT_ENCODING)) {
            answer.getHeaders().putSingle(HttpHeaders.VARY, header + ", " + HttpHeaders.ACCEPT_ENCODING);
        }
    }

    private static byte[] bytes(Object entity) {
        if (entity instanceof byte[] bytes) {
            return bytes;
        }
        if (entity instanceof Buffer buffer) {
            return buffer.getBytes();
        }
        return entity instanceof String text ? text.getBytes(StandardCharsets.UTF_8) : null;
    }

    private static byte[] gzipped(byte[] bytes) {
        ByteArrayOutputStream smaller = new ByteArrayOutputStream(bytes.length / 4);
        try (GZIPOutputStream out = new GZIPOutputStream(smaller)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return smaller.toByteArray();
    }
}
