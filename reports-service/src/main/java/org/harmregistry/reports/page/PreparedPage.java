package org.harmregistry.reports.page;

import java.nio.charset.StandardCharsets;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import org.harmregistry.kit.http.Preconditions;
import org.harmregistry.kit.json.CanonicalJson;
import org.harmregistry.reports.wording.XmlText;

/**
 * A page that is ready to be sent to whoever asks for it.
 *
 * @param status the status of HTTP
 * @param html its bytes, UTF-8
 * @param tag its entity tag; {@code null} for what nobody may keep
 * @param policy its content security policy
 */
record PreparedPage(int status, byte[] html, String tag, String policy) {

    private static final String CACHE = "public, max-age=10";

    /** A page that everybody may keep for some seconds. */
    static PreparedPage of(String rendered) {
        String html = XmlText.of(rendered);
        return new PreparedPage(Response.Status.OK.getStatusCode(), html.getBytes(StandardCharsets.UTF_8),
                "\"" + CanonicalJson.digestOfText(html).substring("sha-256:".length()) + "\"", HtmlAnswers.policy(html));
    }

    /** A page that says why there is nothing else. */
    static PreparedPage refusal(int status, String rendered) {
        String html = XmlText.of(rendered);
        return new PreparedPage(status, html.getBytes(StandardCharsets.UTF_8), null, HtmlAnswers.policy(html));
    }

    Response answer(String ifNoneMatch) {
        if (tag == null) {
            return HtmlAnswers.secured(Response.status(status).entity(html), policy)
                    .header(HttpHeaders.CACHE_CONTROL, "no-store").build();
        }
        if (Preconditions.isNotModified(ifNoneMatch, tag)) {
            return Response.notModified().header(HttpHeaders.ETAG, tag).header(HttpHeaders.CACHE_CONTROL, CACHE).build();
        }
        return HtmlAnswers.secured(Response.ok(html), policy).header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.CACHE_CONTROL, CACHE).build();
    }
}
