package org.harmregistry.reports.page;

import java.nio.ByteBuffer;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import org.harmregistry.kit.http.Preconditions;
import org.harmregistry.kit.json.CanonicalJson;
import org.harmregistry.reports.wording.XmlText;

import io.netty.buffer.Unpooled;
import io.vertx.core.buffer.Buffer;

/**
 * A page that is ready to be sent to whoever asks for it.
 *
 * @param status the status of HTTP
 * @param html its bytes, UTF-8
 * @param tag its entity tag; {@code null} for what nobody may keep
 * @param policy its content security policy
 */
record PreparedPage(int status, Buffer html, String tag, String policy) {

    static final String CACHE = "public, max-age=10";
    static final String VARY = "Accept-Encoding";

    /** A page that everybody may keep for some seconds. */
    static PreparedPage of(String rendered) {
        String html = XmlText.of(rendered);
        return new PreparedPage(Response.Status.OK.getStatusCode(), Buffer.buffer(html),
                "\"" + CanonicalJson.digestOfText(html).substring("sha-256:".length()) + "\"", HtmlAnswers.policy(html));
    }

    /** A page that nobody is to keep: it says why there is nothing else, or is for one reader. */
    static PreparedPage unkept(int status, String rendered) {
        String html = XmlText.of(rendered);
        return new PreparedPage(status, Buffer.buffer(html), null, HtmlAnswers.policy(html));
    }

    /** The same page, its bytes outside of the heap. */
    PreparedPage in(ByteBuffer bytes) {
        return new PreparedPage(status, Buffer.buffer(Unpooled.wrappedBuffer(bytes)), tag, policy);
    }

    /** SHA-256 over its bytes, in hexadecimal digits; only of a page that may be kept. */
    String digest() {
        return tag.substring(1, tag.length() - 1);
    }

    Response answer(String ifNoneMatch) {
        if (tag == null) {
            return HtmlAnswers.secured(Response.status(status).entity(html), policy)
                    .header(HttpHeaders.CACHE_CONTROL, "no-store").build();
        }
        if (Preconditions.isNotModified(ifNoneMatch, tag)) {
            return Response.notModified().header(HttpHeaders.ETAG, tag).header(HttpHeaders.CACHE_CONTROL, CACHE)
                    .header(HttpHeaders.VARY, VARY).build();
        }
        return HtmlAnswers.secured(Response.ok(html), policy).header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.CACHE_CONTROL, CACHE).header(HttpHeaders.VARY, VARY).build();
    }
}
